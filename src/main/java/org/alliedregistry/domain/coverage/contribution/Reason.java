package org.alliedregistry.domain.coverage.contribution;

import org.alliedregistry.domain.pledge.statement.Position;
import org.jspecify.annotations.Nullable;

/**
 * The reasons for the contribution of a pledge to a requirement, in the order of the rules
 * (docs/arithmetic.md, 3). The texts are published in the contract.
 */
public enum Reason {
  WRONG_PURPOSE("the requirement does not accept the purpose of the pledge: counts 0"),
  WEAK_EVIDENCE("no statement has sufficient evidence: counts 0"),
  OUTSIDE_PERIOD(
      "no day of the year is in its period, or its period is not known and the year is before the"
          + " statement: counts 0"),
  DECLINED("the ally declined: counts 0"),
  WITHDRAWN("the ally withdrew, and no part has reached the rung of the question: counts 0"),
  CONSIDERING(
      "the ally only considers it, and no part has reached the rung of the question: counts 0"),
  BELOW_RUNG("no statement says that a part has reached the rung of the question: counts 0"),
  EXPIRED("its last day is over: counts 0; of aid and of sales, what was handed over still counts"),
  CAVEAT_REFUSED("it has a caveat that is refused: counts 0"),
  WRONG_PLACE("the requirement does not accept its place of employment: counts 0"),
  CONDITION_FAILED("a condition has failed: only what is in place counts"),
  NOT_YET_AVAILABLE("it is available only from a later day: only what is in place counts"),
  TOO_SLOW("it needs more days than the question allows: only what is in place counts"),
  CONDITION_OPEN("a condition is open: only what is in place is certain"),
  AVAILABILITY_UNKNOWN("its first day is not known: only what is in place is certain"),
  DAYS_UNKNOWN("the days that it needs are not known: only what is in place is certain"),
  STALE(
      "its last statement is more days before the day of the question than freshness: only what is"
          + " in place is certain"),
  PLACE_UNKNOWN("its place of employment is not known: nothing is certain"),
  PERIOD_UNKNOWN(
      "its period is not known, and an amount depends on it: that amount is not certain"),
  SHARES_UNKNOWN(
      "some of its suppliers or payers are left out, and their shares are not known: nothing is"
          + " certain"),
  UNQUANTIFIED("no amount is stated: any amount is possible, or what its whole allows"),
  NO_PLANNING_FACTOR(
      "its unit has no planning factor in the baseline and no exchange rate of the day: any amount is possible"),
  WEAKER_AMOUNT("an amount has weaker evidence than the position"),
  COUNTED("counts as stated, without reservation");

  private final String meaning;

  Reason(String meaning) {
    this.meaning = meaning;
  }

  /**
   * The reason why nothing counts at a rung that no amount has reached.
   *
   * @param position null if it is not stated
   */
  static Reason notReached(@Nullable Position position) {
    return position == null
        ? BELOW_RUNG
        : switch (position) {
          case PLEDGED -> BELOW_RUNG;
          case CONSIDERING -> CONSIDERING;
          case DECLINED -> DECLINED;
          case WITHDRAWN -> WITHDRAWN;
        };
  }

  /** Whether it says that no number, or none that converts, is stated. */
  public boolean isAboutNoNumber() {
    return this == UNQUANTIFIED || this == NO_PLANNING_FACTOR;
  }

  public String meaning() {
    return meaning;
  }
}
