package org.alliedregistry.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * One link of the hash chain.
 *
 * @param recordedAt in UTC, to the microsecond
 * @param previousHash of the link before, or {@link #ROOT}
 */
record Link(
    long sequence,
    Instant recordedAt,
    String actor,
    String kind,
    String subject,
    String contentDigest,
    String previousHash) {

  static final String ROOT = "0".repeat(64);

  /** SHA-256, in hex, over the fields one a line in the order of the record. */
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
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
