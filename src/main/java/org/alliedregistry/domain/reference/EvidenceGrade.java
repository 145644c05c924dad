package org.alliedregistry.domain.reference;

/** The grade of the evidence for a statement, the strongest first. */
public enum EvidenceGrade {
  /** A named office-holder of the ally; for what is delivered, also of the recipient. */
  OFFICIAL,
  /** Press, a leak, a third state. */
  REPORTED,
  /** An outside estimate. */
  SPECULATIVE;

  public boolean isWeakerThan(EvidenceGrade other) {
    return compareTo(other) > 0;
  }

  public EvidenceGrade weaker(EvidenceGrade other) {
    return isWeakerThan(other) ? this : other;
  }
}
