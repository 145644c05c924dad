package org.alliedregistry.coverage.web;

import java.math.BigDecimal;
import org.alliedregistry.coverage.Difference;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far a count's bounds move, as sent. */
@Schema(
    name = "Difference",
    description =
        "How far the certain and the possible amount move; high is null where either is unbounded.")
public record DifferenceView(BigDecimal low, @Nullable BigDecimal high) {

  static DifferenceView of(Difference difference) {
    return new DifferenceView(difference.low(), difference.high());
  }
}
