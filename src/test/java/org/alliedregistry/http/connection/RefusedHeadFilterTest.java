package org.alliedregistry.http.connection;

import static org.alliedregistry.support.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.RawConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Heads that the framework answers without a body: each gets a problem body. */
@QuarkusTest
class RefusedHeadFilterTest {

  private static Answer answerTo(String head) throws Exception {
    try (RawConnection wire = RawConnection.open()) {
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
        "POST /v1/coverage/what-if HTTP/1.0|Host: a|Transfer-Encoding: chunked",
        "POST /v1/coverage/what-if HTTP/1.1|Host: a|Content-Length: 5|Transfer-Encoding: chunked",
        "GET /v1/allies/%zz HTTP/1.1|Host: a",
        "GET /v1/pledges?q=% HTTP/1.1|Host: a",
        "GET /v1/pledges?q=%C0%AF HTTP/1.1|Host: a",
        "GET /v1/allies/%FF HTTP/1.1|Host: a",
        "GET /v1/allies/%ED%A0%80 HTTP/1.1|Host: a",
        "GET /v1/allies/%00 HTTP/1.1|Host: a",
        "GET /v1/pledges?q=\"a\" HTTP/1.1|Host: a",
        "OPTIONS * HTTP/1.1|Host: a",
        "GET v1 HTTP/1.1|Host: a",
        "GET * HTTP/1.1|Host: a",
        "GET  HTTP/1.1|Host: a",
        "CONNECT a:443 HTTP/1.1|Host: a",
        "GET http: HTTP/1.1|Host: a",
        "GET http:// HTTP/1.1|Host: a",
        "GET https:// HTTP/1.1|Host: a",
        "GET https:/// HTTP/1.1|Host: a",
        "GET http:///v1/allies/EST HTTP/1.1|Host: a",
        "GET http://?q=1 HTTP/1.1|Host: a",
        "GET http://:80/v1/allies/EST HTTP/1.1|Host: a",
        "GET http://a:x/v1/allies/EST HTTP/1.1|Host: a",
        "GET http://a:99999/v1/allies/EST HTTP/1.1|Host: a",
        "GET http://me@a/v1/allies/EST HTTP/1.1|Host: a",
        "GET http://me:secret@a/v1/allies/EST HTTP/1.1|Host: a",
        "GET http://a/v1/allies/EST#top HTTP/1.1|Host: a",
        "GET http://a#top HTTP/1.1|Host: a",
        "GET ftp://a/v1/allies/EST HTTP/1.1|Host: a",
        "GET http:/v1/allies/EST HTTP/1.1|Host: a",
        "GET http://a/v1/allies/EST HTTP/1.1",
        "GET /v1/allies/EST#top HTTP/1.1|Host: a",
        "GET ?q=1 HTTP/1.1|Host: a",
        "nonsense"
      })
  void aHeadThatIsNotUnderstoodIsABadRequest(String head) throws Exception {
    Answer answer = answerTo(head);

    assertProblem(answer, 400, "bad-request");
    assertThat(answer.header("Connection")).isEqualTo("close");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "POST /v1/coverage/what-if HTTP/1.1|Host: a|Content-Length: 5|Transfer-Encoding: chunked;"
            + " Content-Length and Transfer-Encoding",
        "POST /v1/coverage/what-if HTTP/1.1|Host: a|Content-Length: 5|Content-Length: 6;"
            + " Content-Length is given more than once",
        "PRI * HTTP/2.0|; not HTTP/2.0"
      })
  void whatIsWrongWithAHeadIsNamed(String head, String wrong) throws Exception {
    assertProblem(answerTo(head), 400, "bad-request").withDetail(wrong);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://a/v1/allies/EST",
        "https://a/v1/allies/EST",
        "HTTP://a:8080/v1/allies/EST",
        "http://[::1]:80/v1/allies/EST",
        "http://a/v1/allies/E%53T?validAt=2026-01-01"
      })
  void aWholeAddressIsTakenForItsPath(String target) throws Exception {
    assertThat(answerTo("GET " + target + " HTTP/1.1|Host: a").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://a", "http://a/", "http://a?", "/"})
  void aPathThatNobodyServesIsNotFound(String target) throws Exception {
    assertProblem(answerTo("GET " + target + " HTTP/1.1|Host: a"), 404, "not-found");
  }

  @Test
  void aWholeAddressAsksWhatItsPathAsks() throws Exception {
    Answer answer = answerTo("GET http://a?q=1 HTTP/1.1|Host: a");
    assertProblem(answer, 404, "not-found");
    assertThat(answer.json().get("instance").asText()).isEqualTo("/");
    assertProblem(
        answerTo("GET http://a/v1/pledges?nope=1 HTTP/1.1|Host: a"), 400, "invalid-parameter");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Expect: something-else",
        "Expect: 100-continue, something-else",
        "Expect: 100-continue|Expect: something-else",
        "Expect: 100-continue=yes"
      })
  void whatIsExpectedAndNotDoneIsSaid(String header) throws Exception {
    for (String head :
        new String[] {
          "GET /v1/allies/EST HTTP/1.1|Host: a|" + header,
          "POST /v1/coverage/what-if HTTP/1.1|Host: a|Content-Length: 2|" + header
        }) {
      Answer answer = answerTo(head);
      assertProblem(answer, 417, "expectation-failed").withDetail("100-continue");
      assertThat(answer.json().get("instance").asText()).isEqualTo(head.split(" ")[1]);
      assertThat(answer.header("Connection")).isEqualTo("close");
    }
  }

  @Test
  void toBeToldToGoOnMayBeExpectedWhereNothingComes() throws Exception {
    assertThat(answerTo("GET /v1/allies/EST HTTP/1.1|Host: a|Expect: 100-continue").status())
        .isEqualTo(200);
  }

  @Test
  void itsConnectionIsClosed() throws Exception {
    try (RawConnection wire = RawConnection.open()) {
      wire.say("GET /v1/allies/%zz HTTP/1.1\r\nHost: a\r\n\r\n").answer();
      assertThat(wire.isHungUp()).isTrue();
    }
  }

  @Test
  void whatWasAskedBeforeItIsAnsweredFirst() throws Exception {
    try (RawConnection wire = RawConnection.open()) {
      wire.say(
          "GET /v1/allies/EST HTTP/1.1\r\nHost: a\r\n\r\nGET /%zz HTTP/1.1\r\nHost: a\r\n\r\n");
      assertThat(wire.answer().status()).isEqualTo(200);
      assertProblem(wire.answer(), 400, "bad-request");
    }
  }

  @Test
  void nobodySaysThatTheirOwnHeadIsRefused() throws Exception {
    assertThat(answerTo("GET /v1/allies/EST HTTP/1.1|Host: a|:refused: INTERNAL_ERROR x").status())
        .isEqualTo(200);
  }

  @Test
  void httpOnePointZeroNeedsNoHost() throws Exception {
    assertThat(answerTo("GET /v1/allies/EST HTTP/1.0").status()).isEqualTo(200);
    assertProblem(answerTo("GET /v1/pledges?nope=1 HTTP/1.0"), 400, "invalid-parameter");
  }

  @Test
  void aHostMayBeEmpty() throws Exception {
    assertThat(answerTo("GET /v1/allies/EST HTTP/1.1|Host:").status()).isEqualTo(200);
    assertProblem(answerTo("GET /v1/pledges?nope=1 HTTP/1.1|Host:"), 400, "invalid-parameter");
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
