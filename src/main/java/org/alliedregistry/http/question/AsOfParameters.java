package org.alliedregistry.http.question;

import java.time.LocalDate;
import org.alliedregistry.domain.reference.AsOf;
import org.alliedregistry.http.QueryReader;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The parameters of a read as of one day. */
public class AsOfParameters extends EvidenceParameters {

  @RestQuery
  @Parameter(
      description = "Show what is valid on this day (UTC). Default: today.",
      schema = @Schema(type = SchemaType.STRING, format = "date"))
  @Nullable String validAt;

  /** The day and the grade asked for; by default the day of the context and OFFICIAL. */
  public AsOf viewpoint(QueryReader reader, RecordContext context) {
    LocalDate day = dayAsked(reader);
    return new AsOf(day == null ? context.today() : day, grade(reader));
  }

  /** The day if it is given, else null. */
  public @Nullable LocalDate dayAsked(QueryReader reader) {
    return reader.date("validAt", validAt);
  }
}
