package org.alliedregistry.api.coverage.change;

import java.time.LocalDate;
import org.alliedregistry.domain.coverage.DateRange;
import org.alliedregistry.http.QueryReader;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The first and the last day of a range. */
public class DateRangeParameters {

  /** The longest range of one answer. */
  static final int MAX_YEARS = 20;

  static final String TOO_LONG = "must be at most 20 years after from. Request the rest separately";

  @RestQuery
  @Parameter(
      description = "The first day.",
      schema = @Schema(type = SchemaType.STRING, format = "date"),
      example = "2026-01-01",
      required = true)
  @Nullable String from;

  @RestQuery
  @Parameter(
      description = "The last day, at most 20 years after the first.",
      schema = @Schema(type = SchemaType.STRING, format = "date"),
      example = "2026-12-31",
      required = true)
  @Nullable String to;

  DateRange span(QueryReader reader) {
    return span(from, to, reader);
  }

  /** The range asked for; if it is not valid, a violation is added and any range is returned. */
  static DateRange span(@Nullable String from, @Nullable String to, QueryReader reader) {
    LocalDate first = reader.date("from", from);
    LocalDate last = reader.date("to", to);
    refuseMissing("from", from, reader);
    refuseMissing("to", to, reader);
    if (first == null || last == null) {
      return new DateRange(LocalDate.EPOCH, LocalDate.EPOCH);
    }
    if (last.isBefore(first)) {
      reader.addViolation("from", "must not be after to");
      return new DateRange(last, last);
    }
    if (last.isAfter(first.plusYears(MAX_YEARS))) {
      reader.addViolation("to", TOO_LONG);
    }
    return new DateRange(first, last);
  }

  static void refuseMissing(String name, @Nullable String value, QueryReader reader) {
    if (value == null) {
      reader.addViolation(name, "must be given");
    }
  }
}
