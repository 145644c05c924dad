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
 * The sequence, the instant, the writer and the hash of a ledger entry.
 *
 * @param sequence from 1 without gaps
 * @param recordedBy the writer
 * @param entryHash the hash of the entry, over its content and the previous hash
 * @param publicDigest a digest of the entry alone. The id that callers see is made of it, because
 *     sequence and hash depend on entries that may be hidden from them
 */
public record EntryStamp(
    long sequence, Instant at, String recordedBy, Sha256 entryHash, long publicDigest) {

  private static final int RADIX = 36;
  private static final Pattern ID = Pattern.compile("([0-9a-z]{1,13})-([0-9a-f]{16})");

  /** The stamp of an entry with a content. */
  public static EntryStamp of(
      long sequence, Instant at, String recordedBy, String hash, EntryContent content) {
    return new EntryStamp(sequence, at, recordedBy, Sha256.of(hash), publicDigest(at, content));
  }

  /** The stamp of another content that an audience first sees with this entry. */
  EntryStamp withContent(EntryContent content) {
    return new EntryStamp(sequence, at, recordedBy, entryHash, publicDigest(at, content));
  }

  /** The entry hash in hex. */
  public String hash() {
    return entryHash.hex();
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

  /** The id that callers see: opaque, safe in a URL, and independent of the sequence. */
  public String id() {
    return Long.toString(micros(at), RADIX) + "-" + HexFormat.of().toHexDigits(publicDigest);
  }

  /** The instant in an id; empty if it is not an id of an entry. */
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
