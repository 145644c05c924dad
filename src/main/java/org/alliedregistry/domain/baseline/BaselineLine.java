package org.alliedregistry.domain.baseline;

/** One line of a baseline: an amount of a capability, or a milestone. */
public sealed interface BaselineLine permits Requirement, Milestone {

  /** Unique in its baseline. */
  String code();

  String title();
}
