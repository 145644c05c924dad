package org.alliedregistry.api.pledge;

import org.alliedregistry.http.QueryReader;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The age at which a promise is stale. */
public class StaleAfterParameter {

  private static final int MAX_DAYS = 36_500;

  @RestQuery
  @Parameter(
      description =
          "A promise is STALE if its last statement is more than this number of days before the day"
              + " of the question. Default: 365.",
      schema = @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "36500"))
  @Nullable String staleAfter;

  /** The days asked for; by default 365. Violations go to the reader. */
  int staleAfter(QueryReader reader) {
    Integer asked = reader.integer("staleAfter", staleAfter, 0, MAX_DAYS);
    return asked == null ? PledgeEvaluation.STALE_AFTER : asked;
  }
}
