package org.alliedregistry.recording;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import java.math.BigDecimal;
import org.alliedregistry.domain.pledge.statement.Progress;
import org.alliedregistry.domain.quantity.Quantity;
import org.alliedregistry.recording.reference.CodePatterns;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Progress, in requests and in answers: all, a quantity, or only a unit (= some). */
@Schema(
    name = "Part",
    description =
        "{\"all\": true}, a quantity, or a unit alone. A unit alone means that some of it is, but"
            + " not how much.")
public record ProgressBody(
    @JsonProperty("all") @Nullable Boolean all,
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
    @Nullable String unit,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = QuantityBody.APPROXIMATE)
        @Nullable Boolean approximate,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = QuantityBody.PER)
        QuantityBody.@Nullable Per per) {

  /** The quantity that was sent; without a bound if none was. */
  QuantityBody quantity() {
    return new QuantityBody(low, high, unit, approximate, per);
  }

  public static @Nullable ProgressBody of(@Nullable Progress part) {
    if (part == null) {
      return null;
    }
    if (part instanceof Progress.Counted counted) {
      Quantity quantity = counted.quantity();
      return new ProgressBody(
          false,
          quantity.low(),
          quantity.high(),
          quantity.unit(),
          quantity.approximate() ? true : null,
          QuantityBody.Per.of(quantity.perYear()));
    }
    return part instanceof Progress.Some some
        ? new ProgressBody(false, null, null, some.unit(), null, null)
        : new ProgressBody(true, null, null, null, null, null);
  }
}
