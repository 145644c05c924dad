package org.alliedregistry.domain.pledge.statement;

/** Who speaks of what has come so far. A recipient says nothing else. */
public enum Side {
  DONOR,
  RECIPIENT
}
