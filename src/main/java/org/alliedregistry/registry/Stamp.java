package org.alliedregistry.registry;

import java.time.Instant;

/**
 * When and by whom something was recorded.
 *
 * @param sequence its place in the ledger, from 1 without gaps
 * @param by the writer
 * @param hash of the ledger entry, over everything before it
 */
public record Stamp(long sequence, Instant at, String by, String hash) {

  private static final int REVISION_LENGTH = 16;

  /** What callers see of the hash: enough to tell two revisions apart, not the chain. */
  public String revision() {
    return hash.substring(0, REVISION_LENGTH);
  }
}
