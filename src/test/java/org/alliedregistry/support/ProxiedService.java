package org.alliedregistry.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.net.ssl.SSLContext;

/** The packaged service behind nginx and haproxy, configured as docs/operations.md says. */
public final class ProxiedService implements AutoCloseable {

  /** How many requests a minute each caller may make. */
  public static final int LIMIT = 100;

  /** Trusts the certificate that the test made. */
  public static final SSLContext TLS = Proxy.trusting();

  private static final HttpClient CLIENT = HttpClient.newBuilder().sslContext(TLS).build();

  private final PackagedService service;
  private final Path directory;
  private final Map<String, Proxy> proxies = new HashMap<>();

  private ProxiedService(PackagedService service, Path directory) {
    this.service = service;
    this.directory = directory;
  }

  /** Starts all three. */
  public static ProxiedService start(Path directory) throws IOException, InterruptedException {
    List<String> settings =
        new ArrayList<>(
            List.of(
                "REGISTRY_RATE_LIMIT_REQUESTS_PER_MINUTE",
                Integer.toString(LIMIT),
                "REGISTRY_SECURITY_TXT_CONTACT",
                "mailto:security@example.org",
                "QUARKUS_HTTP_HOST",
                "0.0.0.0"));
    Proxy.SETTINGS.forEach((name, value) -> settings.addAll(List.of(name, value)));
    Path data = Files.createDirectory(directory.resolve("data"));
    ProxiedService started =
        new ProxiedService(PackagedService.start(data, settings.toArray(String[]::new)), directory);
    started.proxies.put("nginx", Proxy.nginx(started.directory("nginx"), started.nodes(1)));
    started.proxies.put("haproxy", Proxy.haproxy(started.directory("haproxy"), started.nodes(1)));
    return started;
  }

  /** A new directory of its own. */
  public Path directory(String name) throws IOException {
    return Files.createDirectory(directory.resolve(name));
  }

  /** The one node, so many times. */
  public List<PackagedService> nodes(int times) {
    return java.util.Collections.nCopies(times, service);
  }

  public PackagedService service() {
    return service;
  }

  public int port(String proxy) {
    return Objects.requireNonNull(proxies.get(proxy)).port();
  }

  public String origin(String proxy) {
    return "https://localhost:" + port(proxy);
  }

  /** With a token: such callers are counted by their name. */
  public HttpRequest.Builder request(String address) throws IOException {
    return HttpRequest.newBuilder(URI.create(address))
        .header("Authorization", "Bearer " + service.token());
  }

  public static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  public HttpResponse<String> get(String proxy, String path)
      throws IOException, InterruptedException {
    return send(request(origin(proxy) + path));
  }

  /** Opens a pledge. */
  public HttpResponse<String> pledge(String proxy) throws IOException, InterruptedException {
    JsonNode body = HttpFixtures.pledgeBody("EST", "LAND_FORCES", "position: 'PLEDGED'");
    return send(
        request(origin(proxy) + "/registry/v1/pledges")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  @Override
  public void close() {
    proxies.values().forEach(Proxy::close);
    service.close();
  }
}
