package org.alliedregistry.domain.pledge;

/** How far an amount has come, the lowest first; each rung is a floor for the one below. */
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
