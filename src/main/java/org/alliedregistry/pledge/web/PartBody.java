package org.alliedregistry.pledge.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import java.math.BigDecimal;
import org.alliedregistry.pledge.Part;
import org.alliedregistry.reference.web.Codes;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How much has come so far, as received and as sent: all, a quantity, or only a unit = some. */
@Schema(
    name = "Part",
    description = "{\"all\": true}, a quantity, or a unit alone = some, not said how much.")
public record PartBody(
    @JsonProperty("all") @Nullable Boolean all,
    @DecimalMin(value = "0", message = Codes.RANGE_RULE)
        @DecimalMax(value = Codes.MOST, message = Codes.RANGE_RULE)
        @Digits(integer = 16, fraction = Codes.DECIMALS, message = Codes.DECIMALS_RULE)
        @Nullable BigDecimal low,
    @DecimalMin(value = "0", message = Codes.RANGE_RULE)
        @DecimalMax(value = Codes.MOST, message = Codes.RANGE_RULE)
        @Digits(integer = 16, fraction = Codes.DECIMALS, message = Codes.DECIMALS_RULE)
        @Nullable BigDecimal high,
    @Nullable String unit) {

  static @Nullable PartBody of(@Nullable Part part) {
    if (part == null) {
      return null;
    }
    if (part instanceof Part.Counted counted) {
      return new PartBody(
          false, counted.quantity().low(), counted.quantity().high(), counted.quantity().unit());
    }
    return part instanceof Part.Some some
        ? new PartBody(false, null, null, some.unit())
        : new PartBody(true, null, null, null);
  }
}
