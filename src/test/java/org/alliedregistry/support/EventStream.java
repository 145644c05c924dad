package org.alliedregistry.support;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An open stream of server-sent events, read line by line from a plain socket. */
public final class EventStream implements AutoCloseable {

  /** One event; of a comment only the comments are there. */
  public record Event(@Nullable String id, String type, JsonNode data, List<String> others) {}

  private final Socket socket;
  private final BufferedReader lines;

  private EventStream(Socket socket) throws IOException {
    this.socket = socket;
    this.lines =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  /** From right after an event, or from the first. */
  public static EventStream after(@Nullable String lastEventId) {
    return open(new Socket(), RestAssured.port, lastEventId, null);
  }

  /** From the first event of another service on this machine. */
  public static EventStream at(int port) {
    return open(new Socket(), port, null, null);
  }

  /** Right after an event of another service, from an address of this machine. */
  public static EventStream from(InetAddress own, int port, String lastEventId) throws IOException {
    Socket socket = new Socket();
    socket.bind(new InetSocketAddress(own, 0));
    return open(socket, port, lastEventId, null);
  }

  /** The same with a token. */
  public static EventStream withToken(String token, String lastEventId) {
    return open(new Socket(), RestAssured.port, lastEventId, token);
  }

  private static EventStream open(
      Socket socket, int port, @Nullable String lastEventId, @Nullable String token) {
    try {
      socket.connect(new InetSocketAddress("localhost", port));
      socket.setSoTimeout(120_000);
      String header = lastEventId == null ? "" : "Last-Event-ID: " + lastEventId + "\r\n";
      String request =
          "GET /v1/ledger/stream HTTP/1.0\r\nHost: localhost\r\nAccept: text/event-stream\r\n"
              + header
              + (token == null ? "" : "Authorization: Bearer " + token + "\r\n")
              + "\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      EventStream stream = new EventStream(socket);
      for (String line = stream.line(); !line.isEmpty(); line = stream.line()) {
        if (line.startsWith("HTTP/") && !line.contains(" 200 ")) {
          throw new AssertionError(line);
        }
      }
      return stream;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String line() throws IOException {
    String line = lines.readLine();
    if (line == null) {
      throw new IOException("the stream ended");
    }
    return line;
  }

  /** Whatever comes next, a comment too. */
  public Event any() {
    try {
      String id = null;
      String type = "";
      StringBuilder data = new StringBuilder();
      List<String> others = new ArrayList<>();
      for (String line = line(); !line.isEmpty(); line = line()) {
        if (line.startsWith("id:")) {
          id = line.substring(3).strip();
        } else if (line.startsWith("event:")) {
          type = line.substring(6).strip();
        } else if (line.startsWith("data:")) {
          data.append(line.substring(5));
        } else {
          others.add(line);
        }
      }
      return new Event(id, type, Json.read(data.isEmpty() ? "null" : data.toString()), others);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads until the other end closes it; fails where it stays open. */
  public List<String> rest() {
    List<String> rest = new ArrayList<>();
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        rest.add(line);
      }
      return rest;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next event. */
  public Event next() {
    Event event = any();
    while (event.id() == null) {
      event = any();
    }
    return event;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
