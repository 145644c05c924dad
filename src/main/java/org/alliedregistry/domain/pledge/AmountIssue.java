package org.alliedregistry.domain.pledge;

/** The reason why an amount is not a number. */
public enum AmountIssue {
  /** No statement gives an amount, or it is expressly not quantified. */
  UNQUANTIFIED,
  /** The amount is in a unit for which the baseline has no planning factor. */
  NO_PLANNING_FACTOR
}
