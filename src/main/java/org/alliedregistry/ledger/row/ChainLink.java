package org.alliedregistry.ledger.row;

import java.time.Instant;
import java.util.List;
import org.alliedregistry.json.Digest;

/**
 * A link of the hash chain.
 *
 * @param recordedAt in UTC, with microseconds
 * @param previousHash the hash of the link before, or {@link #ROOT}
 */
public record ChainLink(
    long sequence,
    Instant recordedAt,
    String actor,
    String kind,
    String subject,
    String contentDigest,
    String previousHash) {

  public static final String ROOT = "0".repeat(64);

  /** The SHA-256, in hex, over the fields in the order of the record, one on each line. */
  String hash() {
    return sha256(
        String.join(
            "\n",
            List.of(
                Long.toString(sequence),
                recordedAt.toString(),
                actor,
                kind,
                subject,
                contentDigest,
                previousHash)));
  }

  static String sha256(String text) {
    return Digest.of(text);
  }
}
