package org.alliedregistry.http.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.alliedregistry.http.QueryReader;
import org.alliedregistry.problem.ProblemException;
import org.junit.jupiter.api.Test;

class SearchWordsTest {

  private static SearchWords words(String value) {
    return SearchWords.of("q", value, new QueryReader());
  }

  @Test
  void wordsAreFoldedAndNamedOnce() {
    assertThat(words(" Général  GENERAL\u00a0air ").folded()).containsExactly("general", "air");
    assertThat(words(" ").isEmpty()).isTrue();
    assertThat(SearchWords.of("q", null, new QueryReader()).isEmpty()).isTrue();
  }

  @Test
  void eachWordMustBeInOneOfTheTexts() {
    SearchWords words = words("paris troops");

    assertThat(words.missingIn(List.of("Troops", "said in PARIS")).isEmpty()).isTrue();
    assertThat(words.missingIn(List.of("said in Paris")).folded()).containsExactly("troops");
    assertThat(words.missingIn(List.of()).folded()).containsExactly("paris", "troops");
  }

  @Test
  void aPartOfAWordIsFound() {
    assertThat(words("minist").areIn("Prime Minister")).isTrue();
    assertThat(words("minister prime").areIn("Prime Minister")).isTrue();
    assertThat(words("ministers").areIn("Prime Minister")).isFalse();
  }

  @Test
  void noWordsAreInEveryTextAndNoTextHasAWord() {
    assertThat(words(" ").areIn(null)).isTrue();
    assertThat(words("a").areIn(null)).isFalse();
  }

  @Test
  void moreThanTwentyWordsAreRefused() {
    QueryReader reader = new QueryReader();
    SearchWords.of("q", "a b c d e f g h i j k l m n o p q r s t", reader);
    reader.refuseIfInvalid();

    SearchWords.of("q", "a b c d e f g h i j k l m n o p q r s t u", reader);
    assertThatThrownBy(reader::refuseIfInvalid).isInstanceOf(ProblemException.class);
  }
}
