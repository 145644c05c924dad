package org.alliedregistry.http.read;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicInteger;
import org.alliedregistry.http.write.WriteOperations;
import org.alliedregistry.json.ParsedBody;
import org.alliedregistry.json.StrictJson;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.Tokens;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.Test;

/** Answers that the ledger does not record, on an address of the tests that counts its calls. */
@QuarkusTest
class RepeatedAnswerTest {

  /** Each of its answers is another. */
  @Path("/tests/count")
  public static class CountResource {

    private static final AtomicInteger CALLS = new AtomicInteger();

    private final WriteOperations recording;
    private final StrictJson json;

    CountResource(WriteOperations recording, StrictJson json) {
      this.recording = recording;
      this.json = json;
    }

    public record Question(String text) {}

    public record Count(int calls) {}

    @POST
    @Operation(hidden = true)
    public jakarta.ws.rs.core.Response count(InputStream body) {
      ParsedBody<Question> sent = json.read(body, Question.class);
      return recording.answer(
          sent, () -> jakarta.ws.rs.core.Response.ok(new Count(CALLS.incrementAndGet())).build());
    }
  }

  private final HttpFixtures given = new HttpFixtures(ApiClient.secretariat());
  private final String key = given.name("key");

  private Response ask(String question) {
    return ask(given(), question);
  }

  private Response askWithToken(String question) {
    return ask(
        given().header("Authorization", "Bearer " + Tokens.signed(Tokens.claims())), question);
  }

  private Response ask(RequestSpecification request, String question) {
    return request
        .header("Idempotency-Key", key)
        .contentType("application/json")
        .body("{\"text\": \"" + question + "\"}")
        .post("/tests/count");
  }

  @Test
  void aCallerWithATokenIsAnsweredTheSameAgain() {
    Response first = askWithToken("a");
    Response again = askWithToken("a");

    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.asString()).isEqualTo(first.asString());
    assertThat(again.contentType()).isEqualTo(first.contentType());
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(askWithToken("b").statusCode()).isEqualTo(422);
  }

  @Test
  void nothingIsKeptForACallerWithoutAToken() {
    Response first = ask("a");
    Response again = ask("a");

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(again.asString()).isNotEqualTo(first.asString());
    assertThat(again.header("Idempotency-Replayed")).isNull();
  }

  @Test
  void itsKeyMustBeOneNonetheless() {
    Response refused =
        given()
            .header("Idempotency-Key", "x".repeat(256))
            .contentType("application/json")
            .body("{}")
            .post("/tests/count");

    assertThat(refused.statusCode()).isEqualTo(400);
  }
}
