package org.alliedregistry.http.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are compressed on their way. */
@QuarkusTest
class CompressedAnswersTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final ApiClient api = ApiClient.secretariat();

  private static HttpResponse<byte[]> ask(String method, String path, String... headers)
      throws IOException, InterruptedException {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .headers(headers)
            .build(),
        BodyHandlers.ofByteArray());
  }

  private static HttpResponse<byte[]> compressed(String path)
      throws IOException, InterruptedException {
    return ask("GET", path, "Accept-Encoding", "gzip");
  }

  private static String plain(byte[] gzip) throws IOException {
    try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("none");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/coverage", "/v1/pledges?limit=20", "/v1/ledger", "/q/openapi"})
  void itIsTheSameAnswerShorterUnderATagOfItsOwn(String path) throws Exception {
    Answer plain = api.withoutToken().get(path).expecting(200);
    // computed, kept as it is, kept compressed
    for (int round = 0; round < 3; round++) {
      HttpResponse<byte[]> answer = compressed(path);

      assertThat(header(answer, "Content-Encoding")).isEqualTo("gzip");
      assertThat(plain(answer.body())).isEqualTo(plain.text());
      assertThat(answer.body().length).isLessThan(plain.text().length() / 2);
      assertThat(header(answer, "ETag"))
          .isEqualTo(String.valueOf(plain.header("ETag")).replaceFirst("\"$", "-gzip\""));
      assertThat(header(answer, "Vary")).contains("Accept-Encoding");
      assertThat(plain.header("Vary")).contains("Accept-Encoding");
      assertThat(plain.header("Content-Encoding")).isNull();

      HttpResponse<byte[]> head = ask("HEAD", path, "Accept-Encoding", "gzip");
      for (String name : new String[] {"ETag", "Content-Encoding", "Content-Length"}) {
        assertThat(header(head, name)).as(name).isEqualTo(header(answer, name));
      }
    }
  }

  @Test
  void whoHasEitherFormIsNotSentTheOther() throws Exception {
    String tag = String.valueOf(api.withoutToken().get("/v1/coverage").header("ETag"));
    String other = tag.replaceFirst("\"$", "-gzip\"");
    for (String had : new String[] {tag, other, "W/" + other}) {
      assertThat(ask("GET", "/v1/coverage", "If-None-Match", had).statusCode()).isEqualTo(304);
      HttpResponse<byte[]> answer =
          ask("GET", "/v1/coverage", "If-None-Match", had, "Accept-Encoding", "gzip");
      assertThat(answer.statusCode()).isEqualTo(304);
      assertThat(header(answer, "ETag")).isEqualTo(other);
      assertThat(header(answer, "Content-Encoding")).isEqualTo("none");
    }
  }

  @Test
  void aWriteTakesTheTagOfEitherForm() {
    String land = new HttpFixtures(api).land();
    String path = "/v1/capabilities/" + land;
    Answer read = api.get(path).expecting(200);
    String other = String.valueOf(read.header("ETag")).replaceFirst("\"$", "-gzip\"");
    Map<String, String> headers = Map.of("Content-Type", "application/json", "If-Match", other);

    assertThat(api.send("PUT", path, headers, withoutCode(read.text())).status()).isEqualTo(200);
  }

  private static String withoutCode(String capability) {
    var body = (com.fasterxml.jackson.databind.node.ObjectNode) Json.read(capability);
    body.remove("code");
    return body.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/allies/EST", "/v1/allies/NOPE", "/v1/pledges?x=1"})
  void whatIsShortOrAFailureIsSentAsItIs(String path) throws Exception {
    assertThat(header(compressed(path), "Content-Encoding")).isEqualTo("none");
  }

  @Test
  void nothingIsCompressedForWhoDoesNotWantIt() throws Exception {
    HttpResponse<byte[]> answer =
        ask("GET", "/v1/coverage", "Accept-Encoding", "gzip;q=0, identity");
    assertThat(header(answer, "Content-Encoding")).isEqualTo("none");
  }
}
