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
          "Count what is there on this day. Without it a promise counts from the day it is said.",
      schema = @Schema(type = SchemaType.STRING, format = "date"))
  @Nullable String availableOn;

  public @Nullable LocalDate availableOn(QueryReader reader) {
    return reader.date("availableOn", availableOn);
  }
}
