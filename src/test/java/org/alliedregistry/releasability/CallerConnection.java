package org.alliedregistry.releasability;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.alliedregistry.support.AnswerReader;
import org.jspecify.annotations.Nullable;

/** One caller's connection to one registry, kept open from one request to the next. */
final class CallerConnection implements AutoCloseable {

  private static final int TIMEOUT_MS = 60_000;

  private final int port;
  private final @Nullable String token;
  private @Nullable Socket socket;
  private AnswerReader in = new AnswerReader(InputStream.nullInputStream());

  CallerConnection(int port, @Nullable String token) {
    this.port = port;
    this.token = token;
  }

  /** Another connection of the same caller. */
  CallerConnection another() {
    return new CallerConnection(port, token);
  }

  RawAnswer send(PairedRequest sent) {
    try {
      boolean fresh = socket == null;
      try {
        return exchange(sent);
      } catch (EOFException e) {
        if (fresh) {
          throw e;
        }
        close();
        return exchange(sent);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(sent.toString(), e);
    }
  }

  /** Sends the request of an endless answer; its bytes come as they come. */
  Socket open(PairedRequest sent) {
    try {
      Socket opened = new Socket("localhost", port);
      opened.setSoTimeout(TIMEOUT_MS);
      opened.getOutputStream().write(request(sent, "1.0"));
      return opened;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private RawAnswer exchange(PairedRequest sent) throws IOException {
    if (socket == null) {
      socket = new Socket("localhost", port);
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(TIMEOUT_MS);
      in = new AnswerReader(socket.getInputStream());
    }
    socket.getOutputStream().write(request(sent, "1.1"));
    String status = in.line();
    List<String> headers = in.headers();
    RawAnswer head = new RawAnswer(status, headers, "");
    RawAnswer answer = new RawAnswer(status, headers, hasBody(sent, head) ? body(head) : "");
    if (answer.header("Connection").filter("close"::equalsIgnoreCase).isPresent()) {
      close();
    }
    return answer;
  }

  private static boolean hasBody(PairedRequest sent, RawAnswer head) {
    return !sent.method().equals("HEAD") && head.code() != 304 && head.code() != 204;
  }

  private byte[] request(PairedRequest sent, String version) {
    StringBuilder request = new StringBuilder();
    request.append(sent.method() + " " + sent.target() + " HTTP/" + version + "\r\n");
    request.append("Host: registry\r\n");
    // one for all: the registry would tell two requests apart, and two registries, by their ids
    request.append("X-Request-Id: compared\r\n");
    if (token != null) {
      request.append("Authorization: Bearer " + token + "\r\n");
    }
    sent.headers().forEach((name, value) -> request.append(name + ": " + value + "\r\n"));
    String body = sent.body();
    if (body != null) {
      request.append("Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n");
    }
    return (request + "\r\n" + (body == null ? "" : body)).getBytes(StandardCharsets.UTF_8);
  }

  private String body(RawAnswer head) throws IOException {
    byte[] body =
        head.header("Transfer-Encoding").isPresent()
            ? in.chunks()
            : in.body(Optional.of(head.header("Content-Length").orElse("0")));
    return new String(body, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    try {
      if (socket != null) {
        socket.close();
        socket = null;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
