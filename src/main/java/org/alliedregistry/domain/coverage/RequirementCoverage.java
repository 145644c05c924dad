package org.alliedregistry.domain.coverage;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import org.alliedregistry.domain.baseline.Requirement;
import org.alliedregistry.domain.pledge.Rung;
import org.alliedregistry.domain.quantity.Interval;
import org.jspecify.annotations.Nullable;

/**
 * The coverage of one requirement, and the reasons for it. Amounts are in the unit of account.
 *
 * @param requiredInAccount null if the requirement is not quantified
 * @param derived the part of the count that planning factors or exchange rates converted
 * @param underCaveats code → the part of the count under that caveat; 0 is left out
 * @param onStatedNumbers the score of the stated numbers alone
 * @param unquantified the pledges without a number
 * @param unconverted the stated amounts that do not convert to the unit of account, by unit
 * @param conditions the open conditions, and what depends on each
 * @param ifAllMet the count if all of them are met; a condition that failed for an ally stays so
 * @param trace every pledge asked about; empty if the answer is not explained
 * @param byPayer what is financed, by those who pay
 */
public record RequirementCoverage(
    Requirement requirement,
    String unitOfAccount,
    @Nullable BigDecimal requiredInAccount,
    Score score,
    Interval derived,
    SortedMap<String, Interval> underCaveats,
    Score onStatedNumbers,
    SortedMap<Rung, Interval> byRung,
    List<AllyRow> byAlly,
    List<TraceLine> unquantified,
    List<UnconvertedAmounts> unconverted,
    List<OpenCondition> conditions,
    Interval ifAllMet,
    List<TraceLine> trace,
    List<AllyRow> byPayer) {

  /**
   * A condition that is open for a pledge of the requirement.
   *
   * @param unlocks what the certain amount gains if it is met for all
   * @param atStake how far each bound falls if it fails for all; its high is null if the count is
   *     unbounded
   * @param statedAtStake how far each bound of the stated numbers falls
   */
  public record OpenCondition(
      String code, BigDecimal unlocks, Difference atStake, Difference statedAtStake) {}

  /** Whether this requirement is filled less than another. The exact fills are compared. */
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
