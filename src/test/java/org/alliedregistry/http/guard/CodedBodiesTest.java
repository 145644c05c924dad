package org.alliedregistry.http.guard;

import static org.alliedregistry.support.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.RawConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are sent compressed. */
@QuarkusTest
class CodedBodiesTest {

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream coded = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(coded)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return coded.toByteArray();
  }

  private static Answer whatIf(String coding, byte[] body) throws IOException {
    try (RawConnection wire = RawConnection.open()) {
      return wire.ask(
              "POST /v1/coverage/what-if",
              "Content-Type: application/json",
              "Content-Encoding: " + coding,
              "Content-Length: " + body.length)
          .say(body)
          .answer();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "GZIP", "x-gzip"})
  void aCodedBodyIsDecoded(String coding) throws Exception {
    assertProblem(whatIf(coding, gzip("{\"nope\":1}")), 400, "invalid-body").at("/nope");
  }

  @Test
  void aBodyCountsAsItIsDecoded() throws Exception {
    assertProblem(whatIf("gzip", gzip(" ".repeat(1 << 20) + "{}")), 413, "too-large");
  }

  @Test
  void whatIsNoGzipIsSaidToBeNone() throws Exception {
    Answer answer = whatIf("gzip", "{}".getBytes(StandardCharsets.US_ASCII));

    assertProblem(answer, 400, "not-gzip").withDetail("not gzip");
    assertThat(answer.json().get("title").asText()).doesNotContain("JSON");
    assertThat(answer.json().get("advice").asText()).contains("Content-Encoding");
  }

  @Test
  void gzipThatIsCutShortIsSaidToEndTooSoon() throws Exception {
    byte[] coded = gzip("{\"pledges\": []}");
    for (int length : new int[] {1, 9, 12, coded.length - 8, coded.length - 1}) {
      assertProblem(whatIf("gzip", Arrays.copyOf(coded, length)), 400, "not-gzip")
          .withDetail("ended too early");
    }
  }

  @Test
  void gzipThatWasChangedOnTheWayIsSaidToBeBroken() throws Exception {
    byte[] coded = gzip("{\"pledges\": []}");
    coded[coded.length - 6] ^= 1;
    assertProblem(whatIf("gzip", coded), 400, "not-gzip").withDetail("not gzip");
  }

  @Test
  void whatFollowsTheGzipMustBeGzipToo() throws Exception {
    byte[] coded = gzip("{\"nope\":1");
    byte[] rest = gzip("}");
    byte[] both = Arrays.copyOf(coded, coded.length + rest.length);
    System.arraycopy(rest, 0, both, coded.length, rest.length);

    assertProblem(whatIf("gzip", both), 400, "invalid-body").at("/nope");
    for (int junk : new int[] {1, 8, 18, 19, 100, 20_000}) {
      byte[] followed = Arrays.copyOf(both, both.length + junk);
      Arrays.fill(followed, both.length, followed.length, (byte) 'x');
      assertProblem(whatIf("gzip", followed), 400, "not-gzip").withDetail("other bytes after");
    }
  }

  @Test
  void whatIsNoJsonInSoundGzipIsMalformed() throws Exception {
    assertProblem(whatIf("gzip", gzip("{")), 400, "malformed-json");
  }

  /** The JDK calls itself for each of them. */
  @Test
  void manyEmptyPartsAreNoGzip() throws Exception {
    ByteArrayOutputStream parts = new ByteArrayOutputStream();
    for (int i = 0; i < 50_000; i++) {
      parts.write(gzip(""));
    }
    parts.write(gzip("{}"));

    assertProblem(whatIf("gzip", parts.toByteArray()), 400, "not-gzip");
  }

  @Test
  void aFewPartsAreOneBody() throws Exception {
    ByteArrayOutputStream parts = new ByteArrayOutputStream();
    for (String part : new String[] {"{\"no", "", "pe\":1}"}) {
      parts.write(gzip(part));
    }

    assertProblem(whatIf("gzip", parts.toByteArray()), 400, "invalid-body").at("/nope");
  }
}
