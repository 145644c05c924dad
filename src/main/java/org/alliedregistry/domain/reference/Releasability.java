package org.alliedregistry.domain.reference;

/** The group of callers that may see a statement, the widest first. */
public enum Releasability {
  PUBLIC,
  COALITION,
  ALLIES_ONLY
}
