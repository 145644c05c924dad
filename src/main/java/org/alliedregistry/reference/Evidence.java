package org.alliedregistry.reference;

/** How good a word is, the strongest first. */
public enum Evidence {
  /** A named office-holder of the ally; for what is delivered, also of the recipient. */
  OFFICIAL,
  /** Press, a leak, a third state. */
  REPORTED,
  /** An outside estimate. */
  SPECULATIVE;

  public boolean isWeakerThan(Evidence other) {
    return compareTo(other) > 0;
  }

  public Evidence weaker(Evidence other) {
    return isWeakerThan(other) ? this : other;
  }
}
