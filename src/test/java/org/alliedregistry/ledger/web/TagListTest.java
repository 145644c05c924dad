package org.alliedregistry.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditional headers as RFC 9110 writes them. */
class TagListTest {

  @ParameterizedTest
  @ValueSource(strings = {"*", " * "})
  void aStarIsWhateverThereIs(String header) {
    assertThat(TagList.of(header)).contains(new TagList(true, List.of(), List.of()));
  }

  @Test
  void tagsKeepTheirQuotesAndWeakOnesAreKnownAsWeak() {
    assertThat(TagList.of("\"a\", W/\"b\",\t\"c,d\""))
        .contains(new TagList(false, List.of("\"a\"", "\"c,d\""), List.of("\"b\"")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"a\"", ",\"a\"", "\"a\",", ", ,\"a\" , ,", "  \"a\"  "})
  void emptyPlacesAndBlanksMeanNothing(String header) {
    assertThat(TagList.of(header)).contains(new TagList(false, List.of("\"a\""), List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ",",
        "a",
        "'a'",
        "\"a",
        "a\"",
        "\"a\"\"b\"",
        "\"a\" \"b\"",
        "*, \"a\"",
        "\"a\", *",
        "w/\"a\"",
        "W/ \"a\"",
        "W/",
        "\"a b\"",
        "\"a\"x",
        "x\"a\"",
        "\"a\"\n"
      })
  void anythingElseIsNoList(String header) {
    assertThat(TagList.of(header)).isEmpty();
  }

  @Test
  void aLongListIsReadWithoutDeepRecursion() {
    assertThat(TagList.of("\"a\",".repeat(100_000)).orElseThrow().strong()).hasSize(100_000);
  }

  @Test
  void aWeakTagSparesAReadButNeverAllowsAWrite() {
    TagList weak = TagList.of("W/\"a\"").orElseThrow();

    assertThat(weak.matchesWeakly("\"a\"")).isTrue();
    assertThat(weak.matchesStrongly("\"a\"")).isFalse();
  }
}
