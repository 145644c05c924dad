package org.alliedregistry.domain.pledge;

/**
 * The stage that an amount has reached, the lowest first. Each rung is at least the one above it.
 */
public enum Rung {
  CONSIDERING,
  PLEDGED,
  /** Signed. */
  COMMITTED,
  /** Tied to a named unit or item. */
  ALLOCATED,
  /** Deployed, or delivered to the recipient. */
  IN_PLACE
}
