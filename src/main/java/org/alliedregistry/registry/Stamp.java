package org.alliedregistry.registry;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When and by whom something was recorded.
 *
 * @param sequence its place in the ledger, from 1 without gaps
 * @param by the writer
 * @param hash of the ledger entry, over everything before it
 */
public record Stamp(long sequence, Instant at, String by, String hash) {

  private static final int REVISION_LENGTH = 16;
  private static final int RADIX = 36;
  private static final Pattern ID = Pattern.compile("([0-9a-z]{1,13})-([0-9a-f]{16})");

  /** What callers see of the hash: enough to tell two revisions apart, not the chain. */
  public String revision() {
    return hash.substring(0, REVISION_LENGTH);
  }

  /** What callers know the entry by: opaque, fit for an address, and nothing of its sequence. */
  public String id() {
    return Long.toString(micros(at), RADIX) + "-" + revision();
  }

  /** The instant in an id; empty where it is none of ours. */
  static Optional<Instant> instantOf(String id) {
    Matcher matcher = ID.matcher(id);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          Instant.EPOCH.plus(Long.parseLong(matcher.group(1), RADIX), ChronoUnit.MICROS));
    } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static long micros(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }
}
