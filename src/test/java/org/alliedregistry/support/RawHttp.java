package org.alliedregistry.support;

import io.restassured.RestAssured;
import io.restassured.http.Header;
import io.restassured.http.Headers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/** Sends bytes as they are: whole, in chunks of a length that is not told, or line by line. */
public final class RawHttp {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private RawHttp() {}

  public static Answer put(String path, byte[] body) throws IOException, InterruptedException {
    return send("PUT", path, BodyPublishers.ofByteArray(body));
  }

  public static Answer post(String path, byte[] body) throws IOException, InterruptedException {
    return send("POST", path, BodyPublishers.ofByteArray(body));
  }

  public static Answer postChunked(String path, byte[] body)
      throws IOException, InterruptedException {
    return send("POST", path, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
  }

  /** Sends a body with the token of the secretariat and is gone before it is answered. */
  public static void postAndHangUp(String path, String body, Map<String, String> headers)
      throws IOException {
    try (Socket socket = new Socket("localhost", RestAssured.port)) {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      StringBuilder request =
          new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n")
              .append("Content-Type: application/json\r\nContent-Length: " + bytes.length)
              .append("\r\nAuthorization: Bearer " + token() + "\r\n");
      headers.forEach((name, value) -> request.append(name + ": " + value + "\r\n"));
      OutputStream out = socket.getOutputStream();
      out.write((request + "\r\n").getBytes(StandardCharsets.US_ASCII));
      out.write(bytes);
    }
  }

  /** A target that no client library lets through; the body is empty where it comes in chunks. */
  public static Answer getAsWritten(String target) throws IOException {
    try (RawConnection wire = RawConnection.open()) {
      return wire.ask("GET " + target, "Connection: close").answer();
    }
  }

  private static String token() throws IOException {
    return Files.readString(ApiClient.DATA_DIR.resolve("secretariat.token")).strip();
  }

  private static Answer send(String method, String path, BodyPublisher body)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        CLIENT.send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .method(method, body)
                .build(),
            BodyHandlers.ofString());
    List<Header> headers =
        answer.headers().map().entrySet().stream()
            .flatMap(e -> e.getValue().stream().map(value -> new Header(e.getKey(), value)))
            .toList();
    return new Answer(answer.statusCode(), new Headers(headers), answer.body());
  }
}
