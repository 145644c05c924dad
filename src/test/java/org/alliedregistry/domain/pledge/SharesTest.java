package org.alliedregistry.domain.pledge;

import static org.alliedregistry.support.Sizes.exactly;
import static org.alliedregistry.support.Sizes.from;
import static org.alliedregistry.support.Sizes.range;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.alliedregistry.domain.quantity.Interval;
import org.junit.jupiter.api.Test;

class SharesTest {

  private static SortedMap<String, BigDecimal> weights(String first, String second, String third) {
    return new TreeMap<>(
        Map.of(
            "DNK", new BigDecimal(first),
            "NOR", new BigDecimal(second),
            "SWE", new BigDecimal(third)));
  }

  @Test
  void wholeUnitsSplitByTheirWeights() {
    assertThat(Shares.split(exactly(4500), weights("50", "30", "20")))
        .containsExactly(
            Map.entry("DNK", exactly(2250)),
            Map.entry("NOR", exactly(1350)),
            Map.entry("SWE", exactly(900)));
  }

  @Test
  void remainderGoesToTheLargest() {
    assertThat(Shares.split(exactly(10), weights("6", "6", "2")))
        .containsExactly(
            Map.entry("DNK", exactly(4)),
            Map.entry("NOR", exactly(4)),
            Map.entry("SWE", exactly(2)));
  }

  @Test
  void tiesGoByCode() {
    assertThat(Shares.split(exactly(11), weights("1", "1", "1")))
        .containsExactly(
            Map.entry("DNK", exactly(4)),
            Map.entry("NOR", exactly(4)),
            Map.entry("SWE", exactly(3)));
  }

  @Test
  void lowAndWidthAreSplitEachOnItsOwn() {
    assertThat(Shares.split(range(1, 3), weights("1", "1", "1")))
        .containsExactly(
            Map.entry("DNK", range(1, 2)),
            Map.entry("NOR", range(0, 1)),
            Map.entry("SWE", Interval.ZERO));
  }

  @Test
  void noRowTurnsUpsideDown() {
    assertThat(Shares.split(range(10, 11), weights("6", "6", "2")))
        .containsExactly(
            Map.entry("DNK", range(4, 5)),
            Map.entry("NOR", exactly(4)),
            Map.entry("SWE", exactly(2)));
  }

  @Test
  void unboundedAmountLeavesEachShareUnbounded() {
    assertThat(Shares.split(from(4500), weights("50", "30", "20")))
        .containsExactly(
            Map.entry("DNK", from(2250)),
            Map.entry("NOR", from(1350)),
            Map.entry("SWE", from(900)));
  }

  @Test
  void fractionOfAUnitGoesWhereTheRemaindersLead() {
    assertThat(Shares.split(exactly("10.5"), weights("1", "1", "1")))
        .containsExactly(
            Map.entry("DNK", exactly(4)),
            Map.entry("NOR", exactly("3.5")),
            Map.entry("SWE", exactly(3)));
  }

  @Test
  void sharesSumExactlyWhateverTheWeights() {
    for (int total = 0; total < 200; total++) {
      Interval amount = range(total + ".25", total * 2 + ".75");
      assertThat(
              Shares.split(amount, weights("0.7", "13", "1E+2")).values().stream()
                  .reduce(Interval.ZERO, Interval::plus))
          .isEqualTo(amount);
    }
  }

  @Test
  void weightsAreRelative() {
    assertThat(Shares.split(exactly(700), weights("0.5", "0.3", "0.2")))
        .isEqualTo(Shares.split(exactly(700), weights("50", "30", "20")))
        .isEqualTo(Shares.split(exactly(700), weights("5E+1", "3E+1", "2E+1")));
  }
}
