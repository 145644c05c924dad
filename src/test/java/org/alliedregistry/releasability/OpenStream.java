package org.alliedregistry.releasability;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A stream of events, byte by byte. */
final class OpenStream implements AutoCloseable {

  private static final int A_MOMENT_MS = 60;
  private static final int TIMEOUT_MS = 60_000;

  private final Socket socket;
  private final String head;

  private OpenStream(Socket socket) throws IOException {
    this.socket = socket;
    this.head = readTo("\r\n\r\n", TIMEOUT_MS).replaceAll("(?i)date: [^\r]*", "date");
    readTo("\n\n", TIMEOUT_MS);
  }

  static OpenStream from(CallerConnection caller) throws IOException {
    return new OpenStream(caller.open(PairedRequest.get("/v1/ledger/stream")));
  }

  static OpenStream after(String event, CallerConnection caller) throws IOException {
    PairedRequest request = PairedRequest.get("/v1/ledger/stream").header("Last-Event-ID", event);
    return new OpenStream(caller.open(request));
  }

  /** Its status line and its headers, but the hour. */
  String head() {
    return head;
  }

  /** What comes until the end of the event with this line. */
  String readPast(String line) throws IOException {
    return readTo(line, TIMEOUT_MS) + readTo("\n\n", TIMEOUT_MS);
  }

  /** What has come and was not read. */
  String unread() throws IOException {
    return readTo("\u0000", A_MOMENT_MS);
  }

  private String readTo(String end, int patience) throws IOException {
    StringBuilder read = new StringBuilder();
    byte[] bytes = new byte[1];
    while (read.length() < end.length() || read.indexOf(end, read.length() - end.length()) < 0) {
      socket.setSoTimeout(patience);
      try {
        if (socket.getInputStream().read(bytes) < 0) {
          throw new IOException("the stream ended after: " + read);
        }
      } catch (SocketTimeoutException e) {
        if (patience == A_MOMENT_MS) {
          return read.toString();
        }
        throw new IOException("nothing came after: " + read, e);
      }
      read.append(new String(bytes, StandardCharsets.ISO_8859_1));
    }
    return read.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
