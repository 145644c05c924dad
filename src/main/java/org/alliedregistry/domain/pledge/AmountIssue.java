package org.alliedregistry.domain.pledge;

/** Why an amount that is used is no number. */
public enum AmountIssue {
  /** Never spoken of, or expressly not quantified. */
  UNQUANTIFIED,
  /** Stated in a unit that no planning factor of the baseline leads from. */
  NO_PLANNING_FACTOR
}
