package org.alliedregistry.support;

import io.restassured.RestAssured;
import io.restassured.http.Header;
import io.restassured.http.Headers;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One connection, on which a test says and hears bytes when it likes. */
public final class RawConnection implements AutoCloseable {

  private static final int TIMEOUT_MS = 120_000;

  private final Socket socket;

  private RawConnection(Socket socket) {
    this.socket = socket;
  }

  public static RawConnection open() throws IOException {
    return over(new Socket("localhost", RestAssured.port));
  }

  /** From an address of this machine. */
  public static RawConnection openFrom(String address) throws IOException {
    return over(new Socket("127.0.0.1", RestAssured.port, InetAddress.getByName(address), 0));
  }

  private static RawConnection over(Socket socket) throws IOException {
    socket.setSoTimeout(TIMEOUT_MS);
    socket.setTcpNoDelay(true);
    return new RawConnection(socket);
  }

  public RawConnection say(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  public RawConnection say(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    return this;
  }

  /** The first line of a request and its headers, complete. */
  public RawConnection ask(String line, String... headers) throws IOException {
    return say(line + " HTTP/1.1\r\nHost: localhost\r\n" + lines(headers) + "\r\n");
  }

  private static String lines(String... headers) {
    return headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
  }

  /** The next answer, with a body as long as it says; empty for one in chunks. */
  public Answer answer() throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the connection ended after: " + head);
      }
      head.append((char) next);
    }
    String[] lines = head.toString().split("\r\n", -1);
    List<Header> headers = new ArrayList<>();
    for (int i = 1; i < lines.length - 2; i++) {
      String[] header = lines[i].split(": ?", 2);
      headers.add(new Header(header[0], header[1]));
    }
    Headers all = new Headers(headers);
    String length = all.getValue("Content-Length");
    byte[] body = in.readNBytes(length == null ? 0 : Integer.parseInt(length));
    return new Answer(
        Integer.parseInt(lines[0].split(" ", -1)[1]),
        all,
        new String(body, StandardCharsets.UTF_8));
  }

  /** Whether something was said that is not heard yet. */
  public boolean isAnswered() throws IOException {
    return socket.getInputStream().available() > 0;
  }

  /** Waits for the other end to hang up; false where it does not. */
  public boolean isHungUp() {
    try {
      while (socket.getInputStream().read() >= 0) {
        continue;
      }
      return true;
    } catch (java.net.SocketTimeoutException e) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }

  /** Hangs up at once: what is on its way to here comes back. */
  public void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
