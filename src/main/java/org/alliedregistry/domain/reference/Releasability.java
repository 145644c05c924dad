package org.alliedregistry.domain.reference;

/** Who may see a statement, the widest first. */
public enum Releasability {
  PUBLIC,
  COALITION,
  ALLIES_ONLY
}
