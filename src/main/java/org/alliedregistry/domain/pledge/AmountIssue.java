package org.alliedregistry.domain.pledge;

/** The reason why an amount is not a number. */
public enum AmountIssue {
  /** No statement gives an amount, or it is expressly not quantified. */
  UNQUANTIFIED,
  /** Neither a planning factor nor an exchange rate converts the unit of the amount. */
  NO_PLANNING_FACTOR
}
