package org.alliedregistry.support;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A proxy as Debian installs it, with the configuration of deploy/, in the foreground. */
public final class Proxy implements AutoCloseable {

  private final Process process;
  private final int port;

  private Proxy(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** nginx before a service. */
  public static Proxy nginx(Path directory, PackagedService service)
      throws IOException, InterruptedException {
    int port = PackagedService.freePort();
    Path configuration =
        configured(
            "nginx.conf",
            directory,
            Map.of(
                "listen 443", "listen " + port,
                "127.0.0.1:8080", "127.0.0.1:" + service.port(),
                "/etc/ssl/registry/registry.pem", certificate(directory)));
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

  /** haproxy before a service. */
  public static Proxy haproxy(Path directory, PackagedService service)
      throws IOException, InterruptedException {
    int port = PackagedService.freePort();
    Path configuration =
        configured(
            "haproxy.cfg",
            directory,
            Map.of(
                "bind :443", "bind :" + port,
                "127.0.0.1:8080", "127.0.0.1:" + service.port(),
                "port 9000", "port " + service.managementPort(),
                "/etc/ssl/registry/registry.pem", certificate(directory)));
    return start(directory, port, "/usr/sbin/haproxy", "-db", "-f", configuration.toString());
  }

  /** The documented file, with what is of this machine in place of what is of yours. */
  private static Path configured(String name, Path directory, Map<String, String> here)
      throws IOException {
    String text = Files.readString(Path.of("deploy", name));
    for (Map.Entry<String, String> setting : here.entrySet()) {
      if (!text.contains(setting.getKey())) {
        throw new AssertionError("deploy/" + name + " has no " + setting.getKey());
      }
      text = text.replace(setting.getKey(), setting.getValue());
    }
    return Files.writeString(directory.resolve(name), text);
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
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new AssertionError(said);
    }
  }

  private static Proxy start(Path directory, int port, String... command)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of(command));
    Path log = directory.resolve("proxy.log");
    Process process =
        new ProcessBuilder(all).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    Proxy proxy = new Proxy(process, port);
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

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
