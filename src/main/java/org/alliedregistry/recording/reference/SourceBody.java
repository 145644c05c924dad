package org.alliedregistry.recording.reference;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.alliedregistry.domain.reference.Source;
import org.alliedregistry.json.DayWithin;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where it can be read, as received and as sent. */
@Schema(name = "Source", description = "Where it can be read.")
public record SourceBody(
    @NotBlank(message = CodePatterns.BLANK_RULE) @Nullable String title,
    @Nullable String publisher,
    @Pattern(regexp = CodePatterns.URL, message = CodePatterns.URL_RULE) @Nullable String url,
    @Schema(description = "From 1900 to a year ahead.")
        @DayWithin(from = CodePatterns.FIRST_PUBLICATION, yearsAhead = 1)
        @Nullable LocalDate publishedOn) {

  public static SourceBody of(Source source) {
    return new SourceBody(source.title(), source.publisher(), source.url(), source.publishedOn());
  }

  /** Null where it has no title: that fault is named already. */
  public static @Nullable Source source(@Nullable SourceBody body) {
    return body == null || body.title == null
        ? null
        : new Source(body.title, body.publisher, body.url, body.publishedOn);
  }
}
