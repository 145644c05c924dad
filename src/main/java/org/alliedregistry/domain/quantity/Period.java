package org.alliedregistry.domain.quantity;

import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The days from the first to the last, both included. It is empty if the last is before the first.
 *
 * @param from null = not stated, and open
 * @param until null = not stated, and open
 */
public record Period(@Nullable LocalDate from, @Nullable LocalDate until) {

  /** Whether neither end is stated. */
  public boolean isUnstated() {
    return from == null && until == null;
  }

  /** Whether both ends are stated. */
  public boolean isKnown() {
    return from != null && until != null;
  }

  /** The number of its days in a calendar year. */
  public int daysIn(int year) {
    LocalDate first = Year.of(year).atDay(1);
    LocalDate last = Year.of(year).atDay(Year.of(year).length());
    LocalDate begin = from == null || from.isBefore(first) ? first : from;
    LocalDate end = until == null || until.isAfter(last) ? last : until;
    return Math.toIntExact(days(begin, end));
  }

  /**
   * The number of its days.
   *
   * @throws IllegalStateException if an end is not stated
   */
  public long days() {
    return days(stated(from), stated(until));
  }

  /**
   * The number of its days in leap years.
   *
   * @throws IllegalStateException if an end is not stated
   */
  public long daysInLeapYears() {
    long days = 0;
    for (int year = stated(from).getYear(); year <= stated(until).getYear(); year++) {
      days += Year.isLeap(year) ? daysIn(year) : 0;
    }
    return days;
  }

  private static long days(LocalDate first, LocalDate last) {
    return Math.max(0, ChronoUnit.DAYS.between(first, last) + 1);
  }

  private static LocalDate stated(@Nullable LocalDate end) {
    if (end == null) {
      throw new IllegalStateException("a period without an end");
    }
    return end;
  }
}
