package org.alliedregistry.releasability;

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
final class RegistryPair implements AutoCloseable {

  /** One of the two, as the secretariat and as the caller reach it. */
  record Side(PackagedService service, CallerConnection secretariat, CallerConnection caller)
      implements AutoCloseable {

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
  final IdMapping idMapping = new IdMapping();

  private RegistryPair(Side with, Side without) {
    this.with = with;
    this.without = without;
  }

  static RegistryPair start(Path dir, RestrictedCaller caller) throws Exception {
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      var with = both.submit(starting(dir.resolve("with"), caller));
      var without = both.submit(starting(dir.resolve("without"), caller));
      return new RegistryPair(with.get(), without.get());
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } finally {
      both.shutdown();
    }
  }

  private static Callable<Side> starting(Path dir, RestrictedCaller caller) {
    return () -> {
      Files.createDirectories(dir);
      PackagedService service =
          PackagedService.start(
              dir,
              "REGISTRY_PUBLIC_RECORD",
              "false",
              "REGISTRY_SECURITY_TXT_CONTACT",
              "mailto:security@example.org",
              "JAVA_TOOL_OPTIONS",
              "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
      CallerConnection secretariat = new CallerConnection(service.port(), service.token());
      return new Side(
          service, secretariat, new CallerConnection(service.port(), token(caller, secretariat)));
    };
  }

  private static @Nullable String token(RestrictedCaller caller, CallerConnection secretariat)
      throws IOException {
    if (caller.role() == null) {
      return null;
    }
    RawAnswer answer =
        secretariat.send(PairedRequest.send("POST", "/v1/tokens", caller.token().toString()));
    if (answer.code() != 201) {
      throw new IOException("no token: " + answer);
    }
    return Json.read(answer.body()).get("token").asText();
  }

  /** The same request, as the registry without knows it. */
  PairedRequest translated(PairedRequest request) {
    java.util.Map<String, String> headers = new java.util.LinkedHashMap<>();
    request.headers().forEach((name, value) -> headers.put(name, idMapping.translate(value)));
    String body = request.body();
    return new PairedRequest(
        request.method(),
        idMapping.translate(request.target()),
        headers,
        body == null ? null : idMapping.translate(body));
  }

  /**
   * Asks both.
   *
   * @return what the registry with everything answers
   * @throws AssertionError where the other one answers otherwise
   */
  RawAnswer ask(PairedRequest request) {
    PairedRequest other = translated(request);
    RawAnswer here = with.caller().send(request);
    RawAnswer there = without.caller().send(other);
    compare(request, here, other, there);
    return here;
  }

  void compare(PairedRequest request, RawAnswer here, PairedRequest other, RawAnswer there) {
    String difference = difference(here, there);
    if (difference != null) {
      throw new AssertionError(
          String.join(
              "\n\n",
              "THE ANSWERS DIFFER " + difference,
              "WITH what is hidden: " + request + "\n" + here,
              "WITHOUT: " + other + "\n" + there));
    }
  }

  private @Nullable String difference(RawAnswer here, RawAnswer there) {
    String difference =
        idMapping.difference(
            here.status() + "\n" + String.join("\n", here.comparedHeaders()),
            there.status() + "\n" + String.join("\n", there.comparedHeaders()));
    if (difference == null) {
      difference = idMapping.difference(here.body(), there.body());
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

  private static @Nullable String length(RawAnswer here, RawAnswer there) {
    String length = here.header("Content-Length").map(l -> fixed(l, here)).orElse("none");
    String other = there.header("Content-Length").map(l -> fixed(l, there)).orElse("none");
    boolean isHead = here.body().isEmpty() && !length.equals("0");
    return length.equals(other) || isHead ? null : "in length: " + length + " | " + other;
  }

  private static String fixed(String length, RawAnswer answer) {
    return Integer.toString(Integer.parseInt(length) - IdMapping.variable(answer.body()));
  }

  @Override
  public void close() {
    with.close();
    without.close();
  }
}
