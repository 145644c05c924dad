package org.alliedregistry.domain.coverage;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

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

  /** The same days, divided at the beginning of each calendar year. */
  public List<DateRange> calendarYears() {
    List<DateRange> years = new ArrayList<>();
    LocalDate first = from;
    while (first.getYear() < to.getYear()) {
      LocalDate next = LocalDate.of(first.getYear() + 1, 1, 1);
      years.add(new DateRange(first, next.minusDays(1)));
      first = next;
    }
    years.add(new DateRange(first, to));
    return List.copyOf(years);
  }
}
