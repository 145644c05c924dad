package org.alliedregistry.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which known word an unknown one is near to. */
class DidYouMeanTest {

  private static final List<String> KNOWN =
      List.of("EST", "LVA", "LTU", "AFTER_CEASEFIRE", "US_BACKSTOP");

  @ParameterizedTest
  @CsvSource({
    "ETS, EST",
    "est, EST",
    "ES, EST",
    "ESTT, EST",
    "AFTER_CEASFIRE, AFTER_CEASEFIRE",
    "BACKSTOP, US_BACKSTOP"
  })
  void aSlipIsNearToWhatWasMeant(String unknown, String meant) {
    assertThat(DidYouMean.to(unknown, KNOWN)).contains(meant);
  }

  @Test
  void aStrangerIsNearToNothing() {
    assertThat(DidYouMean.to("XYZ", KNOWN)).isEmpty();
    assertThat(DidYouMean.to("EXX", KNOWN)).isEmpty();
    assertThat(DidYouMean.to("E".repeat(101), KNOWN)).isEmpty();
    assertThat(DidYouMean.to("EST", List.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"position, conditions", "amount, committed", "note, source", "wording, lifts"})
  void anotherWordIsNoSlip(String unknown, String known) {
    assertThat(DidYouMean.to(unknown, List.of(known))).isEmpty();
  }

  @Test
  void noMoreThanAHundredFaultsAreNamed() {
    Violations violations = new Violations();
    for (int i = 0; i < 1000; i++) {
      violations.add("/" + i, "is not a field of this object");
    }
    assertThat(violations.list()).hasSize(100);
  }

  @Test
  void onlyTheFirstTenFaultsOfARequestGetAHint() {
    Violations violations = new Violations();
    for (int i = 0; i < 50; i++) {
      violations.under("/" + i).addIfUnknown("ETS", "ally", KNOWN, "/ally");
    }
    assertThat(violations.list()).hasSize(50);
    assertThat(violations.list().stream().filter(f -> f.detail().contains("did you mean")))
        .hasSize(10);
  }

  @Test
  void aHintIsNotLookedForAmongMoreWordsThanCanBeComparedSoon() {
    List<String> many = IntStream.range(0, 10_000).mapToObj(i -> "CONDITION_" + i).toList();

    assertThat(DidYouMean.hint("CONDITION_A", many.subList(0, 100))).contains("did you mean");
    assertThat(DidYouMean.hint("CONDITION_A_B_C_D_E", many)).isEmpty();
  }
}
