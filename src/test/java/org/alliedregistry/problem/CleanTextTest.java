package org.alliedregistry.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CleanTextTest {

  @ParameterizedTest
  @CsvSource({
    "0, U+0000, NULL",
    "7, U+0007, BEL",
    "27, U+001B, ESCAPE",
    "127, U+007F, DELETE",
    "133, U+0085, NEXT LINE (NEL)",
    "173, U+00AD, SOFT HYPHEN",
    "8203, U+200B, ZERO WIDTH SPACE",
    "8205, U+200D, ZERO WIDTH JOINER",
    "8238, U+202E, RIGHT-TO-LEFT OVERRIDE",
    "8294, U+2066, LEFT-TO-RIGHT ISOLATE",
    "65279, U+FEFF, ZERO WIDTH NO-BREAK SPACE",
    "917536, U+E0020, TAG SPACE"
  })
  void whatNobodySeesIsNamedWithItsPlace(int point, String code, String name) {
    String flaw = CleanText.flaw("\uD83C\uDDFAa" + Character.toString(point) + "b");

    assertThat(flaw).contains(code + " (" + name + ")", "character 3");
  }

  @Test
  void halfOfAPairIsNamed() {
    assertThat(CleanText.flaw("a\uD83C")).contains("U+D83C", "character 2");
    assertThat(CleanText.flaw("\uDDFAb")).contains("U+DDFA", "character 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a\tb\r\nc",
        "caf\u00e9",
        "cafe\u0301",
        "\u041a\u0438\u0457\u0432",
        "\uD83C\uDDFA",
        "\u2019"
      })
  void whatSomebodySeesIsTaken(String text) {
    assertThat(CleanText.flaw(text)).isNull();
  }

  @Test
  void theSameLettersAreTheSameText() {
    assertThat(CleanText.composed("cafe\u0301")).isEqualTo("caf\u00e9");
    assertThat(CleanText.composed("\u0418\u0306")).isEqualTo("\u0419");
    assertThat(CleanText.composed("caf\u00e9")).isEqualTo("caf\u00e9");
    assertThat(CleanText.composed("plain")).isSameAs("plain".intern());
  }
}
