package org.alliedregistry.ledger.store;

import org.alliedregistry.domain.record.EntryStamp;

/** The last entry of a ledger. */
public record LedgerHead(long sequence, String hash) {

  public static LedgerHead of(EntryStamp stamp) {
    return new LedgerHead(stamp.sequence(), stamp.hash());
  }

  @Override
  public String toString() {
    return "entry " + sequence + " (hash " + hash + ")";
  }
}
