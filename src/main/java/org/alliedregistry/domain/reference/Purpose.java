package org.alliedregistry.domain.reference;

/** The purpose of a pledge. A purchase for Ukraine is not a contribution to the force. */
public enum Purpose {
  GUARANTEE_FORCE,
  AID_TO_UKRAINE,
  FORCE_PREPARATION,
  STANDING_ACTIVITY,
  COMPETING_COMMITMENT
}
