package org.alliedregistry.domain.reference;

/** The purpose of a pledge. A purchase for Ukraine is not a contribution to the force. */
public enum Purpose {
  GUARANTEE_FORCE,
  AID_TO_UKRAINE,
  FORCE_PREPARATION,
  STANDING_ACTIVITY,
  COMPETING_COMMITMENT,
  /** What Ukraine buys is no aid. */
  SALE_TO_UKRAINE,
  INTEGRATION;

  /** Whether what is in place has a new owner, so that it stays after the last day. */
  public boolean isHandedOver() {
    return this == AID_TO_UKRAINE || this == SALE_TO_UKRAINE;
  }
}
