package org.alliedregistry.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Nodes of the service as it is shipped, on one store and with one key. */
public final class Nodes implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final List<PackagedService> nodes = new ArrayList<>();
  private final String token;

  /**
   * Starts them one after another.
   *
   * @param directory for theirs
   * @param store what each is told of the store, and what else it is told
   */
  public Nodes(int count, Path directory, Map<String, String> store) throws Exception {
    this(directory, Collections.nCopies(count, store));
  }

  /**
   * The same, where each is told something else.
   *
   * @param settings of each in turn
   */
  public Nodes(Path directory, List<Map<String, String>> settings) throws Exception {
    Path key = directory.resolve("node1").resolve("signing.key");
    for (Map<String, String> each : settings) {
      Path own = Files.createDirectory(directory.resolve("node" + (nodes.size() + 1)));
      Map<String, String> history = new HashMap<>(each);
      if (!nodes.isEmpty()) {
        history.put("REGISTRY_SECURITY_JWT_KEY_FILE", key.toString());
      }
      nodes.add(PackagedService.start(own, inTurn(history)));
    }
    token = nodes.get(0).token();
  }

  private static String[] inTurn(Map<String, String> settings) {
    return settings.entrySet().stream()
        .flatMap(setting -> Stream.of(setting.getKey(), setting.getValue()))
        .toArray(String[]::new);
  }

  public List<PackagedService> all() {
    return nodes;
  }

  public PackagedService get(int node) {
    return nodes.get(node % nodes.size());
  }

  /** Of the secretariat; all take it. */
  public String token() {
    return token;
  }

  /** With the token of the secretariat. */
  public HttpResponse<String> read(int node, String path) throws IOException, InterruptedException {
    return get(node).getAs(token, path);
  }

  /** A pledge with a reference, opened by the secretariat. */
  public HttpResponse<String> open(int node, String reference, String... headers)
      throws IOException, InterruptedException {
    JsonNode body =
        Json.with(
            HttpFixtures.pledgeBody("EST", "LAND_FORCES", "position: 'PLEDGED'"),
            "reference: '" + reference + "'");
    return get(node).postAs(token, "/v1/pledges", body, headers);
  }

  /** Where the pledge is that was opened. */
  public static String pledge(HttpResponse<String> opened) {
    Answers.expect(201, opened);
    return "/v1/pledges/" + Json.read(opened.body()).get("id").asText();
  }

  /** What one asks of every node at the same time, and how each answers. */
  public List<HttpResponse<String>> atOnce(Asking asking) {
    List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      int node = i;
      answers.add(inBackground(() -> asking.of(node)));
    }
    return answers.stream().map(CompletableFuture::join).toList();
  }

  /** A question to a node. */
  public interface Asking {
    HttpResponse<String> of(int node) throws Exception;
  }

  /** In a thread of its own. */
  public static <T> CompletableFuture<T> inBackground(Callable<T> work) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return work.call();
          } catch (Exception e) {
            throw new AssertionError(e);
          }
        },
        task -> new Thread(task, "caller").start());
  }

  /** Asked until it is so, or for too long. */
  public static void eventually(Callable<Boolean> claim) throws Exception {
    Instant deadline = Instant.now().plus(PATIENCE);
    boolean holds = claim.call();
    while (!holds && Instant.now().isBefore(deadline)) {
      Thread.sleep(20);
      holds = claim.call();
    }
    assertThat(holds).isTrue();
  }

  /** Opens a pledge on one of them, and waits until all others tell it. */
  public void spread(int from, String reference) throws Exception {
    String path = pledge(open(from, reference));
    for (PackagedService node : nodes) {
      eventually(() -> node.get(path).statusCode() == 200);
    }
  }

  /** All tell the same chain, and it is as it was recorded. */
  public void expectOneChain() throws Exception {
    for (int i = 0; i < nodes.size(); i++) {
      int node = i;
      eventually(
          () -> read(node, "/v1/ledger/head").body().equals(read(0, "/v1/ledger/head").body()));
      JsonNode verified = Json.read(read(node, "/v1/ledger/verification").body());
      assertThat(verified.get("verified").asBoolean()).as(verified.toString()).isTrue();
    }
  }

  @Override
  public void close() {
    nodes.forEach(PackagedService::close);
  }
}
