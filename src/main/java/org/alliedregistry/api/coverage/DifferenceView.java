package org.alliedregistry.api.coverage;

import java.math.BigDecimal;
import org.alliedregistry.domain.coverage.Difference;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The difference of two counts, in answers. */
@Schema(
    name = "Difference",
    description =
        "Two changes, not an interval: low is how far the certain amount moves, high how far the"
            + " possible amount moves, so that low may be above high.")
public record DifferenceView(BigDecimal low, @Nullable BigDecimal high) {

  static DifferenceView of(Difference difference) {
    return new DifferenceView(difference.low(), difference.high());
  }
}
