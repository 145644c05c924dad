package org.alliedregistry.http.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditional headers as RFC 9110 writes them. */
class EntityTagListTest {

  @ParameterizedTest
  @ValueSource(strings = {"*", " * "})
  void aStarIsWhateverThereIs(String header) {
    assertThat(EntityTagList.of(header)).contains(new EntityTagList(true, List.of(), List.of()));
  }

  @Test
  void tagsKeepTheirQuotesAndWeakOnesAreKnownAsWeak() {
    assertThat(EntityTagList.of("\"a\", W/\"b\",\t\"c,d\""))
        .contains(new EntityTagList(false, List.of("\"a\"", "\"c,d\""), List.of("\"b\"")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"a\"", ",\"a\"", "\"a\",", ", ,\"a\" , ,", "  \"a\"  "})
  void emptyPlacesAndBlanksMeanNothing(String header) {
    assertThat(EntityTagList.of(header))
        .contains(new EntityTagList(false, List.of("\"a\""), List.of()));
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
    assertThat(EntityTagList.of(header)).isEmpty();
  }

  @Test
  void aLongListIsReadWithoutDeepRecursion() {
    assertThat(EntityTagList.of("\"a\",".repeat(100_000)).orElseThrow().strong()).hasSize(100_000);
  }

  @Test
  void aWeakTagSparesAReadButNeverAllowsAWrite() {
    EntityTagList weak = EntityTagList.of("W/\"a\"").orElseThrow();

    assertThat(weak.matchesWeakly("\"a\"")).isTrue();
    assertThat(weak.matchesStrongly("\"a\"")).isFalse();
  }
}
