package org.alliedregistry.http.page;

import java.time.Clock;
import java.time.LocalDate;
import org.alliedregistry.http.read.AsOfParameters;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The parameters that every list has. */
public class ListParameters extends AsOfParameters {

  @RestQuery
  @Parameter(
      description = "The most items of a page. Default: 50.",
      schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500"))
  @Nullable String limit;

  @RestQuery
  @Parameter(
      description =
          "Where the page begins: from `next` of the page before. All pages of one walk belong to"
              + " one snapshot.",
      schema = @Schema(type = SchemaType.STRING))
  @Nullable String cursor;

  /** The present day; with a cursor, the day on which the first page was read. */
  @Override
  public LocalDate today(Clock clock) {
    return cursor == null
        ? super.today(clock)
        : Cursor.of(cursor).map(Cursor::day).orElseGet(() -> super.today(clock));
  }
}
