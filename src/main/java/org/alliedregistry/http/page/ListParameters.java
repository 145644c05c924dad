package org.alliedregistry.http.page;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.alliedregistry.http.TableFormat;
import org.alliedregistry.http.question.AsOfParameters;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The parameters that every list has. */
public class ListParameters extends AsOfParameters {

  @RestQuery
  @Parameter(
      description = "The maximum number of items on a page. Default: 50.",
      schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500"))
  @Nullable String limit;

  @RestQuery
  @Parameter(
      description =
          "Where the page begins, as in `next` of the previous page. All pages that follow each"
              + " other show one snapshot.",
      schema = @Schema(type = SchemaType.STRING))
  @Nullable String cursor;

  @RestQuery
  @Parameter(
      description =
          "The format of the answer. It decides before the header Accept. A table has the whole list,"
              + " so it takes no limit and no cursor."
              + TableFormat.VALUES,
      schema = @Schema(enumeration = {"json", "csv", "xlsx", "ndjson"}))
  @Nullable String format;

  /** With a cursor, the day on which the first page was read. */
  @Override
  protected LocalDate today(@Nullable Instant knownAt, Clock clock) {
    return Optional.ofNullable(cursor)
        .flatMap(Cursor::of)
        .map(Cursor::day)
        .orElseGet(() -> super.today(knownAt, clock));
  }
}
