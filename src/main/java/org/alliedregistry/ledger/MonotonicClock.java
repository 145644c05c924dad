package org.alliedregistry.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.alliedregistry.domain.record.EntryStamp;
import org.alliedregistry.domain.record.RegistrySnapshot;

/**
 * When what is recorded is recorded, in microseconds: always after what was recorded before and
 * after what was told of, whatever the clock does. All of a transaction has one instant: none lies
 * within it, and what was known at one never changes.
 */
final class MonotonicClock {

  private final Clock clock;
  private Instant latest = Instant.EPOCH;

  MonotonicClock(Clock clock) {
    this.clock = clock;
  }

  /** That of what is decided next; taken before it is. */
  synchronized Instant next(RegistrySnapshot before) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    EntryStamp last = before.last();
    Instant past = last == null ? latest : later(last.at(), latest);
    return now.isAfter(past) ? now : past.truncatedTo(ChronoUnit.MICROS).plus(1, ChronoUnit.MICROS);
  }

  /** Nothing that is decided from now on is recorded at the instant or before it. */
  synchronized void advancePast(Instant instant) {
    latest = later(latest, instant);
  }

  private static Instant later(Instant value, Instant other) {
    return value.isAfter(other) ? value : other;
  }
}
