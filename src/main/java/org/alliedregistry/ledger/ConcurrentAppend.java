package org.alliedregistry.ledger;

/** Nothing is written, and it has to be decided anew: the registry is another one by now. */
final class ConcurrentAppend extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean isAlone;

  /**
   * @param isAlone whether it shall not share a transaction again
   */
  ConcurrentAppend(boolean isAlone) {
    super(null, null, false, false);
    this.isAlone = isAlone;
  }

  boolean isAlone() {
    return isAlone;
  }
}
