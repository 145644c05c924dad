package org.alliedregistry.problem;

import static org.alliedregistry.support.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Heads that the framework answers without a body: each gets a problem body. */
@QuarkusTest
class RefusedHeadsTest {

  private static Answer answerTo(String head) throws Exception {
    try (Wire wire = Wire.open()) {
      return wire.say(head.replace("|", "\r\n") + "\r\n\r\n").answer();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /v1/allies/EST HTTP/1.1",
        "GET /v1/allies/EST HTTP/1.1|Host: a|Host: a",
        "GET /v1/allies/EST HTTP/1.1|Host: a b",
        "GET /v1/allies/EST HTTP/3.7|Host: a",
        "GET /v1/allies/EST HTTP/1.1|Host: a|Bad Name: b",
        "GET /v1/allies/EST HTTP/1.1|Host: a|Content-Length: many",
        "POST /v1/coverage/what-if HTTP/1.1|Host: a|Transfer-Encoding: zip",
        "POST /v1/coverage/what-if HTTP/1.1|Host: a|Transfer-Encoding: gzip, chunked",
        "GET /v1/allies/%zz HTTP/1.1|Host: a",
        "GET /v1/pledges?q=% HTTP/1.1|Host: a",
        "GET /v1/pledges?q=%C0%AF HTTP/1.1|Host: a",
        "GET /v1/allies/%FF HTTP/1.1|Host: a",
        "GET /v1/allies/%ED%A0%80 HTTP/1.1|Host: a",
        "GET /v1/allies/%00 HTTP/1.1|Host: a",
        "GET /v1/pledges?q=\"a\" HTTP/1.1|Host: a",
        "OPTIONS * HTTP/1.1|Host: a",
        "GET v1 HTTP/1.1|Host: a",
        "nonsense"
      })
  void aHeadThatIsNotUnderstoodIsABadRequest(String head) throws Exception {
    Answer answer = answerTo(head);

    assertProblem(answer, 400, "bad-request");
    assertThat(answer.header("Connection")).isEqualTo("close");
  }

  @Test
  void itsConnectionIsClosed() throws Exception {
    try (Wire wire = Wire.open()) {
      wire.say("GET /v1/allies/%zz HTTP/1.1\r\nHost: a\r\n\r\n").answer();
      assertThat(wire.isHungUp()).isTrue();
    }
  }

  @Test
  void whatWasAskedBeforeItIsAnsweredFirst() throws Exception {
    try (Wire wire = Wire.open()) {
      wire.say(
          "GET /v1/allies/EST HTTP/1.1\r\nHost: a\r\n\r\nGET /%zz HTTP/1.1\r\nHost: a\r\n\r\n");
      assertThat(wire.answer().status()).isEqualTo(200);
      assertProblem(wire.answer(), 400, "bad-request");
    }
  }

  @Test
  void nobodySaysThatTheirOwnHeadIsRefused() throws Exception {
    assertThat(answerTo("GET /v1/allies/EST HTTP/1.1|Host: a|:refused: INTERNAL x").status())
        .isEqualTo(200);
  }

  @Test
  void httpOnePointZeroNeedsNoHost() throws Exception {
    assertThat(answerTo("GET /v1/allies/EST HTTP/1.0").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/v1/pledges;x=1", "/v1;a/pledges", "/v1/allies/EST;x", "/nope;x", "/v1/pledges;"})
  void aParameterInThePathIsRefused(String path) throws Exception {
    assertProblem(answerTo("GET " + path + " HTTP/1.1|Host: a"), 400, "invalid-parameter");
  }

  @Test
  void aSemicolonInAQueryIsPartOfAValue() throws Exception {
    assertThat(answerTo("GET /v1/pledges?q=a%3Bb HTTP/1.1|Host: a").status()).isEqualTo(200);
  }
}
