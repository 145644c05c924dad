package org.alliedregistry.api.coverage;

import java.math.BigDecimal;
import org.alliedregistry.domain.coverage.Difference;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The difference of two counts, in answers. */
@Schema(
    name = "Difference",
    description =
        "Two changes, not an interval: low is the change of the certain amount, high the change of"
            + " the possible amount. So low may be above high.")
public record DifferenceView(BigDecimal low, @Nullable BigDecimal high) {

  static DifferenceView of(Difference difference) {
    return new DifferenceView(difference.low(), difference.high());
  }
}
