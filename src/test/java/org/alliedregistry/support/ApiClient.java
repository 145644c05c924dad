package org.alliedregistry.support;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.config.DecoderConfig;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls the service under test as one caller; every answer is held against openapi.yaml. */
public final class ApiClient {

  /** Where the service under test keeps its key and the first token. */
  public static final Path DATA_DIR = Path.of("target", "test-data");

  private static final RestAssuredConfig CONFIG =
      RestAssuredConfig.config()
          // answers as they are, unless a test asks for a coding
          .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders())
          .encoderConfig(
              EncoderConfig.encoderConfig()
                  .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                  .defaultContentCharset(StandardCharsets.UTF_8));

  private final @Nullable String address;
  private final @Nullable String token;

  private ApiClient(@Nullable String address, @Nullable String token) {
    this.address = address;
    this.token = token;
  }

  /** With the token that the service left at its first start. */
  public static ApiClient secretariat() {
    try {
      return new ApiClient(null, Files.readString(DATA_DIR.resolve("secretariat.token")).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same for a service in a process of its own. */
  public static ApiClient secretariatOf(PackagedService service) throws IOException {
    return new ApiClient("http://localhost:" + service.port(), service.token());
  }

  public ApiClient withoutToken() {
    return new ApiClient(address, null);
  }

  public ApiClient withToken(String other) {
    return new ApiClient(address, other);
  }

  public Answer get(String path) {
    return send("GET", path, Map.of(), null);
  }

  public Answer post(String path, JsonNode body) {
    return send("POST", path, body.toString());
  }

  /** Puts it whatever is there: a version that stands there is named by a star. */
  public Answer put(String path, JsonNode body) {
    Answer answer = send("PUT", path, body.toString());
    Map<String, String> named = Map.of("Content-Type", "application/json", "If-Match", "*");
    return answer.status() == 428 ? send("PUT", path, named, body.toString()) : answer;
  }

  /** Any body, as JSON. */
  public Answer send(String method, String path, String body) {
    return send(method, path, Map.of("Content-Type", "application/json"), body);
  }

  /** Any request at all; the path and its query go out as they are written. */
  public Answer send(
      String method, String path, Map<String, String> headers, @Nullable String body) {
    RequestSpecification request =
        given().config(CONFIG).urlEncodingEnabled(false).redirects().follow(false).headers(headers);
    if (address != null) {
      request.baseUri(address);
    }
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (body != null) {
      request.body(body.getBytes(StandardCharsets.UTF_8));
    }
    Response response = request.request(method, path);
    Answer answer = new Answer(response.statusCode(), response.headers(), response.asString());
    Contract.check(
        method,
        path.replaceFirst("\\?.*", ""),
        answer.status(),
        Contract.headers(answer.headers()),
        answer.text());
    return answer;
  }
}
