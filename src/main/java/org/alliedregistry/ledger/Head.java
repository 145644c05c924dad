package org.alliedregistry.ledger;

import org.alliedregistry.registry.Stamp;

/** The last entry of a ledger. */
record Head(long sequence, String hash) {

  static Head of(Stamp stamp) {
    return new Head(stamp.sequence(), stamp.hash());
  }

  @Override
  public String toString() {
    return "entry " + sequence + " (hash " + hash + ")";
  }
}
