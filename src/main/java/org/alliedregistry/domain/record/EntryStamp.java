package org.alliedregistry.domain.record;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When and by whom something was recorded.
 *
 * @param sequence its place in the ledger, from 1 without gaps
 * @param by the writer
 * @param digest the hash of the ledger entry, over everything before it
 * @param mark of the entry alone: what callers know it by must not depend on what is hidden from
 *     them, as the sequence and the hash do
 */
public record EntryStamp(
    long sequence, Instant at, String recordedBy, Sha256 digest, long publicDigest) {

  private static final int RADIX = 36;
  private static final Pattern ID = Pattern.compile("([0-9a-z]{1,13})-([0-9a-f]{16})");

  /** The stamp of an entry with a content. */
  public static EntryStamp of(
      long sequence, Instant at, String by, String hash, EntryContent content) {
    return new EntryStamp(sequence, at, by, Sha256.of(hash), publicDigest(at, content));
  }

  /** Of another content that is seen for the first time with the entry of this stamp. */
  EntryStamp withContent(EntryContent content) {
    return new EntryStamp(sequence, at, recordedBy, digest, publicDigest(at, content));
  }

  /** The hash of the ledger entry in hex, over everything before it. */
  public String hash() {
    return digest.hex();
  }

  private static long publicDigest(Instant at, EntryContent content) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((at + "\n" + content.address()).getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(digest).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** What callers know the entry by: opaque, fit for an address, and nothing of its sequence. */
  public String id() {
    return Long.toString(micros(at), RADIX) + "-" + HexFormat.of().toHexDigits(publicDigest);
  }

  /** The instant in an id; empty where it is none of ours. */
  public static Optional<Instant> instantOf(String id) {
    Matcher matcher = ID.matcher(id);
    try {
      return matcher.matches()
          ? Optional.of(
              Instant.EPOCH.plus(Long.parseLong(matcher.group(1), RADIX), ChronoUnit.MICROS))
          : Optional.empty();
    } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static long micros(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }
}
