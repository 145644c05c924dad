package org.alliedregistry.recording.reference;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.alliedregistry.domain.reference.Source;
import org.alliedregistry.json.DayBounds;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A source, in requests and in answers. */
@Schema(name = "Source", description = "Where it can be read.")
public record SourceBody(
    @NotBlank(message = CodePatterns.BLANK_RULE) @Nullable String title,
    @Nullable String publisher,
    @Pattern(regexp = CodePatterns.URL, message = CodePatterns.URL_RULE) @Nullable String url,
    @Schema(description = "From 1900 to a year ahead.")
        @DayBounds(from = CodePatterns.FIRST_PUBLICATION, yearsAhead = 1)
        @Nullable LocalDate publishedOn) {

  public static SourceBody of(Source source) {
    return new SourceBody(source.title(), source.publisher(), source.url(), source.publishedOn());
  }

  /** Null if it has no title; that violation is added already. */
  public static @Nullable Source source(@Nullable SourceBody body) {
    return body == null || body.title == null
        ? null
        : new Source(body.title, body.publisher, body.url, body.publishedOn);
  }
}
