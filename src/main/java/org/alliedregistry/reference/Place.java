package org.alliedregistry.reference;

/** The place of employment. */
public enum Place {
  IN_UKRAINE,
  NEIGHBOURING_STATE,
  BLACK_SEA,
  ELSEWHERE
}
