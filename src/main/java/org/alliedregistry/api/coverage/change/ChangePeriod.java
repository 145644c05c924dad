package org.alliedregistry.api.coverage.change;

import java.time.Instant;
import java.time.ZoneOffset;
import org.alliedregistry.domain.coverage.DateRange;
import org.alliedregistry.http.QueryReader;
import org.jspecify.annotations.Nullable;

/** The two ends of a question about changes. */
sealed interface ChangePeriod {

  /** What was said from one day to another. */
  record Days(DateRange range) implements ChangePeriod {}

  /** What was recorded from one instant to another. */
  record Instants(Instant from, Instant to) implements ChangePeriod {

    private void refuseWrongOrder(QueryReader reader) {
      if (from.isAfter(to)) {
        reader.addViolation("from", "must not be after to");
      }
      if (to.isAfter(
          from.atOffset(ZoneOffset.UTC).plusYears(DateRangeParameters.MAX_YEARS).toInstant())) {
        reader.addViolation("to", DateRangeParameters.TOO_LONG);
      }
    }
  }

  /** Reads both ends. If they are not valid, a violation is added, and any period is returned. */
  static ChangePeriod of(@Nullable String from, @Nullable String to, QueryReader reader) {
    return hasTime(from) || hasTime(to)
        ? instants(from, to, reader)
        : new Days(DateRangeParameters.span(from, to, reader));
  }

  /** Whether a text has a time of day, which follows a T (RFC 3339, 5.6). */
  private static boolean hasTime(@Nullable String text) {
    return text != null && (text.contains("T") || text.contains("t"));
  }

  private static Instants instants(@Nullable String from, @Nullable String to, QueryReader reader) {
    DateRangeParameters.refuseMissing("from", from, reader);
    Instant first = reader.instant("from", from);
    DateRangeParameters.refuseMissing("to", to, reader);
    Instant last = reader.instant("to", to);
    Instants read =
        new Instants(first == null ? Instant.EPOCH : first, last == null ? Instant.EPOCH : last);
    if (first != null && last != null) {
      read.refuseWrongOrder(reader);
    }
    return read;
  }
}
