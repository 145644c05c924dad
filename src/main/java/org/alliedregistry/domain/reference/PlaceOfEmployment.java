package org.alliedregistry.domain.reference;

/** The place of employment. */
public enum PlaceOfEmployment {
  IN_UKRAINE,
  NEIGHBOURING_STATE,
  BLACK_SEA,
  ELSEWHERE
}
