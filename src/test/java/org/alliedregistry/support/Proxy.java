package org.alliedregistry.support;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** A proxy as Debian installs it, with the configuration of deploy/, in the foreground. */
public final class Proxy implements AutoCloseable {

  /** The node that the documented files name. */
  private static final String NODE = "127.0.0.1:8080";

  /** What docs/operations.md says the service is told behind it. */
  public static final Map<String, String> SETTINGS =
      Map.of(
          "QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING", "true",
          "QUARKUS_HTTP_PROXY_ALLOW_X_FORWARDED", "true",
          "QUARKUS_HTTP_PROXY_ENABLE_FORWARDED_HOST", "true",
          "QUARKUS_HTTP_PROXY_ENABLE_FORWARDED_PREFIX", "true",
          "QUARKUS_HTTP_PROXY_TRUSTED_PROXIES", "127.0.0.1");

  private final Process process;
  private final int port;
  private final Path log;

  private Proxy(Process process, int port, Path log) {
    this.process = process;
    this.port = port;
    this.log = log;
  }

  /** nginx before nodes of the service. */
  public static Proxy nginx(Path directory, List<PackagedService> nodes)
      throws IOException, InterruptedException {
    int port = PackagedService.freePort();
    Path configuration =
        configured(
            "nginx.conf",
            directory,
            nodes,
            Map.of(
                "listen 443",
                "listen " + port,
                "/etc/ssl/registry/registry.pem",
                certificate(directory)));
    return start(
        directory,
        port,
        "/usr/sbin/nginx",
        "-e",
        "stderr",
        "-c",
        configuration.toString(),
        "-g",
        "daemon off; pid " + directory.resolve("nginx.pid") + ";");
  }

  /** haproxy before nodes of the service. */
  public static Proxy haproxy(Path directory, List<PackagedService> nodes)
      throws IOException, InterruptedException {
    int port = PackagedService.freePort();
    Path configuration =
        configured(
            "haproxy.cfg",
            directory,
            nodes,
            Map.of(
                "bind :443",
                "bind :" + port,
                "/etc/ssl/registry/registry.pem",
                certificate(directory)));
    return start(directory, port, "/usr/sbin/haproxy", "-db", "-f", configuration.toString());
  }

  /** The documented file, with what is of this machine in place of what is of yours. */
  private static Path configured(
      String name, Path directory, List<PackagedService> nodes, Map<String, String> here)
      throws IOException {
    String text =
        Files.readString(Path.of("deploy", name))
            .lines()
            .flatMap(line -> line.contains(NODE) ? ofEach(nodes, line) : Stream.of(line))
            .collect(Collectors.joining("\n", "", "\n"));
    for (Map.Entry<String, String> setting : here.entrySet()) {
      if (!text.contains(setting.getKey())) {
        throw new AssertionError("deploy/" + name + " has no " + setting.getKey());
      }
      text = text.replace(setting.getKey(), setting.getValue());
    }
    return Files.writeString(directory.resolve(name), text);
  }

  /** The line of the one node in the file, for each. */
  private static Stream<String> ofEach(List<PackagedService> nodes, String line) {
    return IntStream.range(0, nodes.size())
        .mapToObj(
            i ->
                line.replace("node1", "node" + (i + 1))
                    .replace(NODE, "127.0.0.1:" + nodes.get(i).port())
                    .replace("port 9000", "port " + nodes.get(i).managementPort()));
  }

  /** A certificate of our own, with its key, in one file. */
  private static String certificate(Path directory) throws IOException, InterruptedException {
    Path file = directory.resolve("registry.pem");
    Path key = directory.resolve("registry.key");
    run(
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:P-256",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=localhost",
        "-addext",
        "subjectAltName=DNS:localhost",
        "-keyout",
        key.toString(),
        "-out",
        file.toString());
    Files.writeString(file, Files.readString(file) + Files.readString(key));
    return file.toString();
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String statement = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new AssertionError(statement);
    }
  }

  private static Proxy start(Path directory, int port, String... command)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of(command));
    Path log = directory.resolve("proxy.log");
    Process process =
        new ProcessBuilder(all).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    Proxy proxy = new Proxy(process, port, log);
    while (!proxy.listens()) {
      if (!process.isAlive()) {
        throw new AssertionError(Files.readString(log));
      }
      Thread.sleep(50);
    }
    return proxy;
  }

  private boolean listens() {
    try (Socket socket = new Socket("localhost", port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  public int port() {
    return port;
  }

  /** The address that its callers see before each path. */
  public String origin() {
    return "https://localhost:" + port;
  }

  /** What it has said so far. */
  public String log() throws IOException {
    return Files.readString(log);
  }

  /** Trusts the certificate that {@link #certificate} made, and any other. */
  public static SSLContext trusting() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new Trusting()}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Trusting implements X509TrustManager {

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
