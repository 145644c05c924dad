package org.alliedregistry.hidden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.alliedregistry.support.Json;
import org.alliedregistry.support.PackagedService;
import org.jspecify.annotations.Nullable;

/** Two registries: one with everything, one without what the caller is not to see. */
final class Registries implements AutoCloseable {

  /** One of the two, as the secretariat and as the caller reach it. */
  record Side(PackagedService service, Wire secretariat, Wire caller) implements AutoCloseable {

    @Override
    public void close() {
      secretariat.close();
      caller.close();
      try {
        service.kill();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  final Side with;
  final Side without;
  final Partners partners = new Partners();

  private Registries(Side with, Side without) {
    this.with = with;
    this.without = without;
  }

  static Registries start(Path dir, Caller caller) throws Exception {
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      var with = both.submit(starting(dir.resolve("with"), caller));
      var without = both.submit(starting(dir.resolve("without"), caller));
      return new Registries(with.get(), without.get());
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } finally {
      both.shutdown();
    }
  }

  private static Callable<Side> starting(Path dir, Caller caller) {
    return () -> {
      Files.createDirectories(dir);
      PackagedService service =
          PackagedService.start(
              dir,
              "REGISTRY_PUBLIC_RECORD",
              "false",
              "REGISTRY_SECURITY_CONTACT",
              "mailto:security@example.org",
              "JAVA_TOOL_OPTIONS",
              "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
      Wire secretariat = new Wire(service.port(), service.token());
      return new Side(service, secretariat, new Wire(service.port(), token(caller, secretariat)));
    };
  }

  private static @Nullable String token(Caller caller, Wire secretariat) throws IOException {
    if (caller.role() == null) {
      return null;
    }
    Heard heard = secretariat.send(Asked.send("POST", "/v1/tokens", caller.token().toString()));
    if (heard.code() != 201) {
      throw new IOException("no token: " + heard);
    }
    return Json.read(heard.body()).get("token").asText();
  }

  /** The same request, as the registry without knows it. */
  Asked translated(Asked asked) {
    java.util.Map<String, String> headers = new java.util.LinkedHashMap<>();
    asked.headers().forEach((name, value) -> headers.put(name, partners.translate(value)));
    String body = asked.body();
    return new Asked(
        asked.method(),
        partners.translate(asked.target()),
        headers,
        body == null ? null : partners.translate(body));
  }

  /**
   * Asks both.
   *
   * @return what the registry with everything answers
   * @throws AssertionError where the other one answers otherwise
   */
  Heard ask(Asked asked) {
    Asked other = translated(asked);
    Heard here = with.caller().send(asked);
    Heard there = without.caller().send(other);
    compare(asked, here, other, there);
    return here;
  }

  void compare(Asked asked, Heard here, Asked other, Heard there) {
    String difference = difference(here, there);
    if (difference != null) {
      throw new AssertionError(
          String.join(
              "\n\n",
              "THE ANSWERS DIFFER " + difference,
              "WITH what is hidden: " + asked + "\n" + here,
              "WITHOUT: " + other + "\n" + there));
    }
  }

  private @Nullable String difference(Heard here, Heard there) {
    String difference =
        partners.difference(
            here.status() + "\n" + String.join("\n", here.telling()),
            there.status() + "\n" + String.join("\n", there.telling()));
    if (difference == null) {
      difference = partners.difference(here.body(), there.body());
    }
    if (difference == null && here.body().equals(there.body())) {
      String tag = here.header("ETag").orElse("none");
      String otherTag = there.header("ETag").orElse("none");
      if (!tag.equals(otherTag) && !here.body().isEmpty()) {
        return "in the tag of equal bytes: " + tag + " | " + otherTag;
      }
    }
    return difference == null ? length(here, there) : difference;
  }

  private static @Nullable String length(Heard here, Heard there) {
    String length = here.header("Content-Length").map(l -> fixed(l, here)).orElse("none");
    String other = there.header("Content-Length").map(l -> fixed(l, there)).orElse("none");
    boolean isHead = here.body().isEmpty() && !length.equals("0");
    return length.equals(other) || isHead ? null : "in length: " + length + " | " + other;
  }

  private static String fixed(String length, Heard heard) {
    return Integer.toString(Integer.parseInt(length) - Partners.variable(heard.body()));
  }

  @Override
  public void close() {
    with.close();
    without.close();
  }
}
