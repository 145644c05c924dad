package org.alliedregistry.api.coverage;

import java.time.LocalDate;
import org.alliedregistry.http.QueryReader;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The parameters of questions about one day of availability. */
public class AvailabilityParameters extends CoverageParameters {

  @RestQuery
  @Parameter(
      description =
          "Count what is available on this day. Without this parameter a pledge counts from the day"
              + " on which it is said.",
      schema = @Schema(type = SchemaType.STRING, format = "date"))
  @Nullable String availableOn;

  public @Nullable LocalDate availableOn(QueryReader reader) {
    return reader.date("availableOn", availableOn);
  }
}
