package org.alliedregistry.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.alliedregistry.domain.record.EntryStamp;
import org.alliedregistry.domain.record.RegistrySnapshot;

/**
 * Gives each write its instant, in microseconds. The instant is always after that of the last
 * entry, and after every instant that was passed to {@link #advancePast}, whatever the clock shows.
 * So an answer for an instant never changes later.
 */
final class MonotonicClock {

  private final Clock clock;
  private Instant latest = Instant.EPOCH;

  MonotonicClock(Clock clock) {
    this.clock = clock;
  }

  /** The instant of the next transaction. */
  synchronized Instant next(RegistrySnapshot before) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    EntryStamp last = before.last();
    Instant past = last == null ? latest : later(last.at(), latest);
    return now.isAfter(past) ? now : past.truncatedTo(ChronoUnit.MICROS).plus(1, ChronoUnit.MICROS);
  }

  /** Ensures that every later transaction is after an instant. */
  synchronized void advancePast(Instant instant) {
    latest = later(latest, instant);
  }

  private static Instant later(Instant value, Instant other) {
    return value.isAfter(other) ? value : other;
  }
}
