package org.alliedregistry.recording;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.alliedregistry.domain.quantity.Quantity;
import org.alliedregistry.recording.reference.CodePatterns;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An amount as stated, in requests and in answers: at least one bound. */
@Schema(
    name = "Quantity",
    description =
        "\"Up to n\" has only a high, \"at least n\" has only a low, \"exactly n\" has both. \"About n\""
            + " is approximate.")
public record QuantityBody(
    @DecimalMin(value = "0", message = CodePatterns.RANGE_RULE)
        @DecimalMax(value = CodePatterns.MAX_AMOUNT, message = CodePatterns.RANGE_RULE)
        @Digits(
            integer = 16,
            fraction = CodePatterns.DECIMALS,
            message = CodePatterns.DECIMALS_RULE)
        @Nullable BigDecimal low,
    @DecimalMin(value = "0", message = CodePatterns.RANGE_RULE)
        @DecimalMax(value = CodePatterns.MAX_AMOUNT, message = CodePatterns.RANGE_RULE)
        @Digits(
            integer = 16,
            fraction = CodePatterns.DECIMALS,
            message = CodePatterns.DECIMALS_RULE)
        @Nullable BigDecimal high,
    @NotNull(message = CodePatterns.GIVEN_RULE) @Nullable String unit,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = APPROXIMATE)
        @Nullable Boolean approximate,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = PER) @Nullable Per per) {

  /** The time that an amount is for. */
  public enum Per {
    /** Each year. */
    YEAR;

    /** Null if it is an amount in all. */
    public static @Nullable Per of(boolean perYear) {
      return perYear ? YEAR : null;
    }
  }

  public static final String PER =
      "YEAR: an amount for each year. Left out: an amount in all. The period is from availableFrom to"
          + " availableUntil.";

  static final String APPROXIMATE =
      "Whether \"about\" was said. Then each bound is widened by half a unit of its last digit that"
          + " is not zero: about 200 is 150 to 250. A bound of 0 cannot be approximate.";

  public static @Nullable QuantityBody of(@Nullable Quantity quantity) {
    return quantity == null
        ? null
        : new QuantityBody(
            quantity.low(),
            quantity.high(),
            quantity.unit(),
            quantity.approximate() ? true : null,
            Per.of(quantity.perYear()));
  }
}
