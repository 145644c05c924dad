package org.alliedregistry.api.coverage;

import java.math.BigDecimal;
import org.alliedregistry.domain.coverage.RequirementCoverage;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An open condition, the amount that it would make certain, and the fall of the count if it fails.
 */
@Schema(name = "ConditionUnlock")
public record ConditionUnlockView(String code, Unlocks unlocks, AtStake atStake) {

  static ConditionUnlockView of(RequirementCoverage.OpenCondition condition) {
    return new ConditionUnlockView(
        condition.code(),
        new Unlocks(condition.unlocks()),
        new AtStake(
            condition.atStake().low(),
            condition.atStake().high(),
            DifferenceView.of(condition.statedAtStake())));
  }

  /** How far each bound falls if a condition fails. */
  @Schema(name = "AtStake")
  public record AtStake(
      @Schema(description = "The fall of the certain amount.") BigDecimal low,
      @Schema(description = "The fall of the possible amount. Null if that is unbounded.")
          @Nullable BigDecimal high,
      @Schema(description = "The fall of each bound of the stated numbers.")
          DifferenceView stated) {}

  /** The gain in certain amount. */
  @Schema(name = "Unlocks")
  public record Unlocks(BigDecimal low) {}
}
