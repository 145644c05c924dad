package org.alliedregistry.domain.coverage.contribution;

/**
 * The reasons for the contribution of a pledge to a requirement, in the order of the rules
 * (docs/arithmetic.md, 3). The texts are published in the contract.
 */
public enum Reason {
  WRONG_PURPOSE("the requirement does not accept the pledge's purpose: counts 0"),
  WEAK_EVIDENCE("nothing is heard of it at the evidence asked for: counts 0"),
  DECLINED("the ally declined: counts 0"),
  WITHDRAWN("the ally withdrew, and nothing of it has come this far: counts 0"),
  CONSIDERING("the ally is only considering it, and nothing of it has come this far: counts 0"),
  BELOW_RUNG("nothing of it is said to have come as far as the rung asked for: counts 0"),
  EXPIRED("it was available only until a day before: counts 0"),
  WRONG_PLACE("its place of employment is not one the requirement accepts: counts 0"),
  CONDITION_FAILED("a condition has failed: counts only what is in place"),
  NOT_YET_AVAILABLE("it is available only from a later day: counts only what is in place"),
  TOO_SLOW("it needs more days than asked for: counts only what is in place"),
  CONDITION_OPEN("a condition is open: certain is only what is in place"),
  AVAILABILITY_UNKNOWN("from when it is available is not known: certain is only what is in place"),
  DAYS_UNKNOWN("how many days it needs is not known: certain is only what is in place"),
  PLACE_UNKNOWN("its place of employment is not known: certain is nothing"),
  SHARES_UNKNOWN(
      "a joint pledge without shares, of which some allies are left out: certain is nothing"),
  UNQUANTIFIED("no amount is stated: possible is anything, or what its whole allows"),
  NO_PLANNING_FACTOR("its unit has no planning factor in the baseline: possible is anything"),
  WEAKER_AMOUNT("an amount rests on weaker evidence than the position"),
  COUNTED("counts as stated, without reservation");

  private final String meaning;

  Reason(String meaning) {
    this.meaning = meaning;
  }

  public String meaning() {
    return meaning;
  }
}
