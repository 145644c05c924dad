package org.alliedregistry.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.alliedregistry.support.AnswerReader;

/** One connection that is kept as long as the service keeps it. */
final class FuzzConnection implements AutoCloseable {

  /** Only ends a hang. */
  private static final int TIMEOUT_MS = 180_000;

  private final int port;
  private Optional<Socket> socket = Optional.empty();
  private AnswerReader in = new AnswerReader(InputStream.nullInputStream());

  FuzzConnection(int port) {
    this.port = port;
  }

  /** The answer; of a stream of events its head only. */
  FuzzAnswer send(FuzzRequest request) throws IOException {
    boolean isFresh = socket.isEmpty();
    try {
      return exchange(request);
    } catch (EOFException | SocketException e) {
      close();
      if (isFresh) {
        throw e;
      }
      return exchange(request);
    }
  }

  private FuzzAnswer exchange(FuzzRequest request) throws IOException {
    Socket open = opened();
    writeIgnoringAHangUp(open, request);
    FuzzAnswer head = head();
    while (head.status() >= 100 && head.status() < 200) {
      head = head();
    }
    String type = head.header("Content-Type").orElse("");
    if (type.startsWith("text/event-stream") && head.status() == 200) {
      close();
      return head;
    }
    boolean isBodiless = request.isHead() || head.status() == 204 || head.status() == 304;
    byte[] body = isBodiless ? new byte[0] : body(head);
    if (head.header("Content-Encoding").filter("gzip"::equals).isPresent() && body.length > 0) {
      body = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
    }
    boolean isOver = head.header("Connection").filter("close"::equalsIgnoreCase).isPresent();
    if (isOver || request.version().equals("1.0")) {
      close();
    }
    return new FuzzAnswer(head.status(), head.headers(), new String(body, StandardCharsets.UTF_8));
  }

  /** A refusal may come before the body is sent, and the connection may be closed by then. */
  private static void writeIgnoringAHangUp(Socket open, FuzzRequest request) throws IOException {
    open.getOutputStream().write(request.head());
    try {
      if (request.coding() == FuzzRequest.Coding.CHUNKS) {
        open.getOutputStream().write(chunked(request.body()));
      } else {
        open.getOutputStream().write(request.body());
      }
    } catch (SocketException e) {
      // what it answered is read all the same
    }
  }

  private static byte[] chunked(byte[] body) throws IOException {
    ByteArrayOutputStream chunks = new ByteArrayOutputStream();
    int half = body.length / 2;
    for (int[] part : new int[][] {{0, half}, {half, body.length - half}}) {
      if (part[1] > 0) {
        chunks.write((Integer.toHexString(part[1]) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        chunks.write(body, part[0], part[1]);
        chunks.write("\r\n".getBytes(StandardCharsets.US_ASCII));
      }
    }
    chunks.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    return chunks.toByteArray();
  }

  private Socket opened() throws IOException {
    if (socket.isPresent()) {
      return socket.get();
    }
    Socket fresh = new Socket("localhost", port);
    fresh.setSoTimeout(TIMEOUT_MS);
    fresh.setTcpNoDelay(true);
    socket = Optional.of(fresh);
    in = new AnswerReader(fresh.getInputStream());
    return fresh;
  }

  private FuzzAnswer head() throws IOException {
    int status = Integer.parseInt(in.line().split(" ", -1)[1]);
    return new FuzzAnswer(status, in.headers(), "");
  }

  private byte[] body(FuzzAnswer head) throws IOException {
    return head.header("Transfer-Encoding").isPresent()
        ? in.chunks()
        : in.body(head.header("Content-Length"));
  }

  @Override
  public void close() throws IOException {
    if (socket.isPresent()) {
      socket.get().close();
      socket = Optional.empty();
    }
  }
}
