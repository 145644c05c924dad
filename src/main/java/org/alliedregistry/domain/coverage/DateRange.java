package org.alliedregistry.domain.coverage;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** A range of days, both ends inclusive. */
public record DateRange(LocalDate from, LocalDate to) {

  public DateRange {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("not a date range: " + from + " to " + to);
    }
  }

  public long days() {
    return ChronoUnit.DAYS.between(from, to) + 1;
  }

  /** Whether the day is in the range, and not its first. */
  public boolean beginsBefore(LocalDate day) {
    return from.isBefore(day) && !day.isAfter(to);
  }
}
