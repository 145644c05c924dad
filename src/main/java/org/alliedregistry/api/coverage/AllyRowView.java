package org.alliedregistry.api.coverage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.alliedregistry.domain.coverage.AllyRow;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The count of one ally, one group of allies, or one whole with its parts, in answers. */
@Schema(name = "AllyRow")
public record AllyRowView(
    List<String> allies,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = AllyRowView.WITH_OTHERS)
        @Nullable Boolean withOthers,
    BigDecimal low,
    @Nullable BigDecimal high,
    @Schema(description = "The parts of a whole. The row of the whole includes them.")
        List<Part> parts) {

  /** A part of a whole. */
  @Schema(name = "PartRow")
  public record Part(
      String pledge,
      List<String> allies,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = WITH_OTHERS)
          @Nullable Boolean withOthers,
      BigDecimal low,
      @Nullable BigDecimal high) {

    static Part of(AllyRow.PartRow part) {
      return new Part(
          part.pledge(),
          part.allies(),
          ifTrue(part.withOthers()),
          part.counted().low(),
          part.counted().high());
    }
  }

  public static final String WITH_OTHERS =
      "True if the question leaves out other allies of the promise. They are not named. Otherwise"
          + " it is left out.";

  public static @Nullable Boolean ifTrue(boolean value) {
    return value ? true : null;
  }

  static AllyRowView of(AllyRow row) {
    return new AllyRowView(
        row.allies(),
        ifTrue(row.withOthers()),
        row.counted().low(),
        row.counted().high(),
        row.parts().stream().map(Part::of).toList());
  }
}
