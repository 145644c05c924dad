package org.alliedregistry.domain.coverage;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Some days in a row, both ends inclusive. */
public record DateRange(LocalDate from, LocalDate to) {

  public DateRange {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("not a span: " + from + " to " + to);
    }
  }

  public long days() {
    return ChronoUnit.DAYS.between(from, to) + 1;
  }

  /** Whether the day lies in it, after its first. */
  public boolean beginsBefore(LocalDate day) {
    return from.isBefore(day) && !day.isAfter(to);
  }
}
