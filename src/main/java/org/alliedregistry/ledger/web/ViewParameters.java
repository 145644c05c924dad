package org.alliedregistry.ledger.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.alliedregistry.problem.Query;
import org.alliedregistry.reference.Evidence;
import org.alliedregistry.reference.Viewpoint;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What every read takes: as of when, and on whose word. */
public class ViewParameters {

  @RestQuery
  @Parameter(
      description = "What held on this day (UTC). Default: today.",
      schema =
          @Schema(
              type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING,
              format = "date"),
      example = "2026-02-01")
  @Nullable String validAt;

  @RestQuery
  @Parameter(
      description =
          "The weakest grade of evidence to hear: OFFICIAL (default), REPORTED (the press too) or"
              + " SPECULATIVE.",
      schema = @Schema(implementation = Evidence.class),
      example = "OFFICIAL")
  @Nullable String evidence;

  /** The viewpoint asked for, or that of today on official word. */
  public Viewpoint viewpoint(Query query, Clock clock) {
    LocalDate day = query.date("validAt", validAt);
    Evidence grade = query.code("evidence", evidence, Evidence.class);
    return new Viewpoint(
        day == null ? today(clock) : day, grade == null ? Evidence.OFFICIAL : grade);
  }

  /** The day that is meant where none is asked for, in UTC. */
  LocalDate today(Clock clock) {
    return LocalDate.now(clock.withZone(ZoneOffset.UTC));
  }

  /** The day, only where it is asked for. */
  public @Nullable LocalDate dayAsked(Query query) {
    return query.date("validAt", validAt);
  }

  /** The grade, only where it is asked for. */
  public @Nullable Evidence gradeAsked(Query query) {
    return query.code("evidence", evidence, Evidence.class);
  }
}
