package org.alliedregistry.http.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Défense|defense",
        "DÉFENSE|defense",
        "Tomáš Szatmáry|tomas szatmary",
        "Władysław|wladyslaw",
        "Løkke Ærø|lokke aero",
        "Große|grosse",
        "GROẞE|grosse",
        "İstanbul ILICA ılıca|istanbul ilica ilica",
        "Đukanović|dukanovic",
        "Þórdís|thordis",
        "ΑΘΗΝΆΣ ς|αθηνασ σ",
        "ＮＡＴＯ|nato",
        "oﬃce|office",
        "x²|x2",
        "O’Brien ‘a’|o'brien 'a'",
        "Nordic‑Baltic – 2026|nordic-baltic - 2026"
      })
  void caseAccentsAndFormsAreFolded(String text, String folded) {
    assertThat(FoldedText.of(text)).isEqualTo(folded);
  }

  @Test
  void cyrillicLettersStayWhatTheyAreAndAccentsOnThemGo() {
    assertThat(FoldedText.of("ЗЕЛЕНСЬКИЙ Київ Ґудзь")).isEqualTo("зеленський київ ґудзь");
    assertThat(FoldedText.of("Киев")).isNotEqualTo(FoldedText.of("Київ"));
    assertThat(FoldedText.of("украї\u0301на")).isEqualTo("україна");
    assertThat(FoldedText.of("Алёна")).isEqualTo("алена");
  }

  @Test
  void composedAndDecomposedTextAreOne() {
    for (String text : new String[] {"Český й Київ", "Håkan", "한국어", "ガ"}) {
      String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
      assertThat(FoldedText.of(decomposed)).isEqualTo(FoldedText.of(text));
    }
  }

  @Test
  void textOfOtherScriptsStays() {
    assertThat(FoldedText.of("한국어 日本 ガ")).isEqualTo("한국어 日本 ガ");
  }

  @Test
  void theLanguageOfTheMachineChangesNothing() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(FoldedText.of("MINISTER İI")).isEqualTo("minister ii");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void foldingTwiceChangesNothing() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      String text =
          new StringBuilder()
              .appendCodePoint(random.nextInt(0x3000))
              .appendCodePoint(0x300 + random.nextInt(0x70))
              .appendCodePoint(random.nextInt(0x1_F000))
              .toString();
      String folded = FoldedText.of(text);
      assertThat(FoldedText.of(folded))
          .as("of %s", text.codePoints().boxed().toList())
          .isEqualTo(folded);
    }
  }
}
