package org.alliedregistry.coverage.web;

import java.time.LocalDate;
import org.alliedregistry.coverage.Span;
import org.alliedregistry.problem.Query;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** From which day to which. */
public class SpanParameters {

  /** The longest time that is answered for at once. */
  static final int MOST_YEARS = 20;

  static final String TOO_LONG = "must be at most 20 years after from; ask for the rest separately";

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

  Span span(Query query) {
    return span(from, to, query);
  }

  /** The span asked for; any span, with a fault, where none is. */
  static Span span(@Nullable String from, @Nullable String to, Query query) {
    LocalDate first = query.date("from", from);
    LocalDate last = query.date("to", to);
    refuseMissing("from", from, query);
    refuseMissing("to", to, query);
    if (first == null || last == null) {
      return new Span(LocalDate.EPOCH, LocalDate.EPOCH);
    }
    if (last.isBefore(first)) {
      query.fault("from", "must not be after to");
      return new Span(last, last);
    }
    if (last.isAfter(first.plusYears(MOST_YEARS))) {
      query.fault("to", TOO_LONG);
    }
    return new Span(first, last);
  }

  static void refuseMissing(String name, @Nullable String value, Query query) {
    if (value == null) {
      query.fault(name, "must be given");
    }
  }
}
