package org.alliedregistry.domain.coverage;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import org.alliedregistry.domain.baseline.Requirement;
import org.alliedregistry.domain.pledge.Rung;
import org.alliedregistry.domain.quantity.Interval;
import org.jspecify.annotations.Nullable;

/**
 * How far one requirement is covered, and why. Amounts are in the unit of account.
 *
 * @param requiredInAccount null where the requirement is not quantified
 * @param derived what of the count rests on planning factors
 * @param onStatedNumbers what the stated numbers alone add up to
 * @param unquantified the pledges that are no number
 * @param conditions the conditions that are open, and what each would make certain
 * @param trace every pledge asked about; empty where the answer is not explained
 */
public record RequirementCoverage(
    Requirement requirement,
    String unitOfAccount,
    @Nullable BigDecimal requiredInAccount,
    Score score,
    Interval derived,
    Score onStatedNumbers,
    SortedMap<Rung, Interval> byRung,
    List<AllyRow> byAlly,
    List<TraceLine> unquantified,
    List<Unlock> conditions,
    List<TraceLine> trace) {

  /** What the count's low gains if this one condition were met for all. */
  public record Unlock(String code, BigDecimal low) {}

  /** The share of the requirement that an amount fills, at most 1, exact: compared, never shown. */
  boolean bindsMoreThan(RequirementCoverage other) {
    int lows = compareFill(score.counted().low(), other, other.score.counted().low());
    return lows < 0
        || (lows == 0
            && compareFill(score.counted().high(), other, other.score.counted().high()) < 0);
  }

  private int compareFill(
      @Nullable BigDecimal mine, RequirementCoverage other, @Nullable BigDecimal theirs) {
    BigDecimal required = java.util.Objects.requireNonNull(requiredInAccount);
    BigDecimal otherRequired = java.util.Objects.requireNonNull(other.requiredInAccount);
    BigDecimal filled = mine == null ? required : mine.min(required);
    BigDecimal otherFilled = theirs == null ? otherRequired : theirs.min(otherRequired);
    return filled.multiply(otherRequired).compareTo(otherFilled.multiply(required));
  }
}
