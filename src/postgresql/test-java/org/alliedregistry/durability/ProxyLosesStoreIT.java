package org.alliedregistry.durability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.alliedregistry.support.Answers;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.Json;
import org.alliedregistry.support.Nodes;
import org.alliedregistry.support.ParallelCalls;
import org.alliedregistry.support.Proxy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes behind haproxy and nginx, with the files of deploy/, which lose their database. */
@Tag("thorough")
class ProxyLosesStoreIT {

  private static final int ROUNDS = 5;

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().sslContext(Proxy.trusting()).build();

  @TempDir Path directory = Path.of("");

  private String origin = "";
  private String token = "";
  private final AtomicInteger written = new AtomicInteger();

  private void startCalling(Proxy proxy, Nodes nodes) {
    origin = proxy.origin() + "/registry";
    token = nodes.token();
  }

  private Path own(String proxy) throws Exception {
    return Files.createDirectory(directory.resolve(proxy));
  }

  private static Map<String, String> settings(KillableServer server) {
    Map<String, String> settings = new HashMap<>(server.settings());
    settings.putAll(Proxy.SETTINGS);
    return settings;
  }

  private HttpResponse<String> send(String path, String method, String body) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(origin + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body));
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> read() throws Exception {
    HttpResponse<String> answer = send("/v1/positions?ally=EST", "GET", "");
    Answers.expect(200, answer);
    return answer;
  }

  private boolean isOld() throws Exception {
    return read().headers().firstValue("Age").isPresent();
  }

  private HttpResponse<String> open() throws Exception {
    return send(
        "/v1/pledges",
        "POST",
        HttpFixtures.pledgeBody("EST", "LAND_FORCES", "position: 'PLEDGED'").toString());
  }

  private HttpResponse<String> put() throws Exception {
    return send(
        "/v1/conditions/BEHIND_" + written.incrementAndGet(),
        "PUT",
        "{\"description\": \"Of a test\"}");
  }

  private static void expectRefused(HttpResponse<String> answer) {
    Answers.expect(503, answer);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    JsonNode problem = Json.read(answer.body());
    assertThat(problem.get("type").asText()).endsWith("/store-unavailable");
    assertThat(problem.get("instance").asText()).startsWith("/registry/v1/");
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
  }

  @Test
  void haproxyReadsOnAndPassesOnWhyNothingIsWritten() throws Exception {
    try (KillableServer server = new KillableServer(directory.resolve("server"));
        Nodes nodes = new Nodes(2, directory, settings(server));
        Proxy haproxy = Proxy.haproxy(own("haproxy"), nodes.all())) {
      startCalling(haproxy, nodes);
      Answers.expect(201, open());
      server.kill();
      Nodes.eventually(
          () -> {
            read();
            expectRefused(open());
            return haproxy.log().contains("backend 'writes' has no server available");
          });
      Nodes.eventually(this::isOld);
      for (int i = 0; i < ROUNDS; i++) {
        assertThat(isOld()).isTrue();
        expectRefused(open());
      }
      server.restart();
      Nodes.eventually(() -> open().statusCode() == 201);
      Nodes.eventually(() -> haproxy.log().split("Server writes/node\\d is UP", -1).length == 3);
      Nodes.eventually(() -> !isOld());
      for (int i = 0; i < ROUNDS; i++) {
        Answers.expect(201, open());
      }
      assertThat(haproxy.log()).doesNotContain("Server reads/");
      nodes.expectOneChain();
    }
  }

  @Test
  void haproxyWritesToTheNodeThatHasItsStore() throws Exception {
    try (KillableServer server = new KillableServer(directory.resolve("server"))) {
      server.execute("create role other superuser login");
      Map<String, String> other = settings(server);
      other.put("QUARKUS_DATASOURCE_USERNAME", "other");
      try (Nodes nodes = new Nodes(directory, List.of(settings(server), other));
          Proxy haproxy = Proxy.haproxy(own("haproxy"), nodes.all())) {
        startCalling(haproxy, nodes);
        Answers.expect(201, open());
        server.execute("alter role other nologin");
        server.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'other'");
        Nodes.eventually(
            () -> {
              read();
              HttpResponse<String> answer = open();
              if (answer.statusCode() != 201) {
                expectRefused(answer);
              }
              return haproxy.log().contains("Server writes/node2 is DOWN");
            });
        for (int i = 0; i < ROUNDS; i++) {
          Answers.expect(201, open());
          read();
        }
        server.execute("alter role other login");
        Nodes.eventually(() -> haproxy.log().contains("Server writes/node2 is UP"));
        for (int i = 0; i < ROUNDS; i++) {
          Answers.expect(201, open());
        }
        assertThat(haproxy.log()).doesNotContain("Server reads/");
        nodes.expectOneChain();
      }
    }
  }

  @Test
  void nginxReadsOnHoweverManyWritesAreRefused() throws Exception {
    try (KillableServer server = new KillableServer(directory.resolve("server"));
        Nodes nodes = new Nodes(2, directory, settings(server));
        Proxy nginx = Proxy.nginx(own("nginx"), nodes.all())) {
      startCalling(nginx, nodes);
      Answers.expect(201, put());
      server.kill();
      for (int i = 0; i < ROUNDS; i++) {
        ParallelCalls.times(4, this::put).forEach(ProxyLosesStoreIT::expectRefused);
        expectRefused(open());
        read();
      }
      Nodes.eventually(this::isOld);
      server.restart();
      Nodes.eventually(() -> put().statusCode() == 201);
      Nodes.eventually(() -> !isOld());
      nodes.expectOneChain();
    }
  }
}
