package org.alliedregistry.api.coverage;

import java.math.BigDecimal;
import java.util.List;
import org.alliedregistry.domain.coverage.AllyRow;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The count of one ally, one group of allies, or one whole with its parts, in answers. */
@Schema(name = "AllyRow")
public record AllyRowView(
    List<String> allies,
    BigDecimal low,
    @Nullable BigDecimal high,
    @Schema(description = "The parts of a whole. The row of the whole includes them.")
        List<Part> parts) {

  /** A part of a whole. */
  @Schema(name = "PartRow")
  public record Part(
      String pledge, List<String> allies, BigDecimal low, @Nullable BigDecimal high) {}

  static AllyRowView of(AllyRow row) {
    return new AllyRowView(
        row.allies(),
        row.counted().low(),
        row.counted().high(),
        row.parts().stream()
            .map(p -> new Part(p.pledge(), p.allies(), p.counted().low(), p.counted().high()))
            .toList());
  }
}
