package org.alliedregistry.recording;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import org.alliedregistry.domain.baseline.SourcedFactor;
import org.alliedregistry.domain.quantity.PlanningFactor;
import org.alliedregistry.recording.reference.CodePatterns;
import org.alliedregistry.recording.reference.SourceBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A planning factor, in requests and in answers. */
@Schema(
    name = "PlanningFactor",
    description = "The planned amount in a unit of account for one of another unit.")
public record FactorBody(
    @NotNull(message = CodePatterns.GIVEN_RULE)
        @Pattern(regexp = CodePatterns.UNIT, message = CodePatterns.UNIT_RULE)
        @Nullable String unit,
    @NotNull(message = CodePatterns.GIVEN_RULE) @Nullable Equals equals,
    @Nullable SourceBody source) {

  /** The converted amount: exact, or a range. */
  @Schema(name = "PlanningFactorEquals")
  public record Equals(
      @DecimalMin(value = "0", inclusive = false, message = "must be above 0")
          @DecimalMax(value = CodePatterns.MAX_AMOUNT, message = CodePatterns.RANGE_RULE)
          @Digits(
              integer = 16,
              fraction = CodePatterns.FACTOR_DECIMALS,
              message = CodePatterns.FACTOR_DECIMALS_RULE)
          @Nullable BigDecimal amount,
      @DecimalMin(value = "0", inclusive = false, message = "must be above 0")
          @DecimalMax(value = CodePatterns.MAX_AMOUNT, message = CodePatterns.RANGE_RULE)
          @Digits(
              integer = 16,
              fraction = CodePatterns.FACTOR_DECIMALS,
              message = CodePatterns.FACTOR_DECIMALS_RULE)
          @Nullable BigDecimal low,
      @DecimalMin(value = "0", inclusive = false, message = "must be above 0")
          @DecimalMax(value = CodePatterns.MAX_AMOUNT, message = CodePatterns.RANGE_RULE)
          @Digits(
              integer = 16,
              fraction = CodePatterns.FACTOR_DECIMALS,
              message = CodePatterns.FACTOR_DECIMALS_RULE)
          @Nullable BigDecimal high,
      @NotNull(message = CodePatterns.GIVEN_RULE)
          @Pattern(regexp = CodePatterns.UNIT, message = CodePatterns.UNIT_RULE)
          @Nullable String unit) {}

  public static FactorBody of(SourcedFactor sourced) {
    PlanningFactor factor = sourced.factor();
    boolean exact = factor.isExact();
    return new FactorBody(
        factor.unit(),
        new Equals(
            exact ? factor.low() : null,
            exact ? null : factor.low(),
            exact ? null : factor.high(),
            factor.unitOfAccount()),
        sourced.source() == null ? null : SourceBody.of(sourced.source()));
  }
}
