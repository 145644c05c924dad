package org.alliedregistry.ledger;

/** Nothing of a write is recorded, and it must be decided again, on the present snapshot. */
final class RetryDecision extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean isAlone;

  /**
   * @param isAlone whether the next attempt must have a transaction of its own
   */
  RetryDecision(boolean isAlone) {
    super(null, null, false, false);
    this.isAlone = isAlone;
  }

  boolean isAlone() {
    return isAlone;
  }
}
