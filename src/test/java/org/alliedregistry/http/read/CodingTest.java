package org.alliedregistry.http.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which coding a caller is sent (RFC 9110, 12.5.3). */
class CodingTest {

  private static Coding of(String accepted) {
    return Coding.of(Coding.SHORTEST, accepted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gzip",
        "GZIP",
        "x-gzip",
        "br, gzip",
        "gzip;q=0.5",
        "gzip ; q=0.001",
        "*",
        "br;q=1, *;q=0.1",
        "identity;q=0.5, gzip;q=0.5",
        "identity;q=0, gzip",
        ",, gzip,"
      })
  void gzipWhereItIsAcceptedAndNotLessWantedThanNoCoding(String accepted) {
    assertThat(of(accepted)).isEqualTo(Coding.GZIP);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "br",
        "identity",
        "gzip;q=0",
        "gzip;q=0.000",
        "*;q=0",
        "gzip;q=0, *",
        "identity, gzip;q=0.5",
        "gzip;q=x",
        "gzip;level=9",
        "gzipped",
        ";q=1"
      })
  void elseTheBytesAsTheyAre(String accepted) {
    assertThat(of(accepted)).isEqualTo(Coding.IDENTITY);
  }

  @Test
  void aShortAnswerIsSentAsItIs() {
    assertThat(Coding.of(Coding.SHORTEST - 1, "gzip")).isEqualTo(Coding.IDENTITY);
    assertThat(Coding.of(Coding.SHORTEST, null)).isEqualTo(Coding.IDENTITY);
  }

  @Test
  void eachCodingHasATagOfItsOwnThatLeadsBackToTheAnswer() {
    assertThat(Coding.GZIP.tag("\"0a\"")).isEqualTo("\"0a-gzip\"");
    assertThat(Coding.IDENTITY.tag("\"0a\"")).isEqualTo("\"0a\"");
    assertThat(Coding.plainTag("\"0a-gzip\"")).isEqualTo("\"0a\"");
    assertThat(Coding.plainTag("\"0a\"")).isEqualTo("\"0a\"");
  }
}
