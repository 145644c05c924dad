package org.alliedregistry.http.read;

import java.time.Clock;
import java.time.LocalDate;
import org.alliedregistry.domain.reference.AsOf;
import org.alliedregistry.http.QueryReader;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What a read of one day takes: as of which day, besides what every read takes. */
public class AsOfParameters extends EvidenceParameters {

  @RestQuery
  @Parameter(
      description = "What held on this day (UTC). Default: today.",
      schema = @Schema(type = SchemaType.STRING, format = "date"))
  @Nullable String validAt;

  /** The viewpoint asked for, or that of today on official word. */
  public AsOf viewpoint(QueryReader reader, Clock clock) {
    LocalDate day = dayAsked(reader);
    return new AsOf(day == null ? today(clock) : day, grade(reader));
  }

  /** The day, only where it is asked for. */
  public @Nullable LocalDate dayAsked(QueryReader reader) {
    return reader.date("validAt", validAt);
  }
}
