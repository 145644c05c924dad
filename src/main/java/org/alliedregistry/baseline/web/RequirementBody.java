package org.alliedregistry.baseline.web;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.util.List;
import org.alliedregistry.baseline.Requirement;
import org.alliedregistry.reference.Place;
import org.alliedregistry.reference.Purpose;
import org.alliedregistry.reference.web.Codes;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A line of a baseline, as received and as sent. */
@Schema(name = "Requirement", description = "A line of a baseline.")
public record RequirementBody(
    @NotNull(message = Codes.GIVEN_RULE) @Pattern(regexp = Codes.CODE, message = Codes.CODE_RULE)
        @Nullable String code,
    @NotBlank(message = Codes.BLANK_RULE) @Nullable String title,
    @NotNull(message = Codes.GIVEN_RULE) @Nullable String capability,
    @Schema(description = "null = named but not quantified.") @Nullable Amount required,
    @Schema(description = "Accepted purposes; left out or empty = any.")
        @Nullable List<Purpose> purposes,
    @Schema(description = "Accepted places of employment; left out or empty = any.")
        @Nullable List<Place> places) {

  /** So much of a unit. */
  @Schema(name = "RequiredAmount")
  public record Amount(
      @NotNull(message = Codes.GIVEN_RULE)
          @DecimalMin(value = "0", inclusive = false, message = "must be above 0")
          @DecimalMax(value = Codes.MOST, message = Codes.RANGE_RULE)
          @Digits(integer = 16, fraction = Codes.DECIMALS, message = Codes.DECIMALS_RULE)
          @Nullable BigDecimal amount,
      @NotNull(message = Codes.GIVEN_RULE) @Nullable String unit) {}

  static RequirementBody of(Requirement requirement) {
    Requirement.Required required = requirement.required();
    return new RequirementBody(
        requirement.code(),
        requirement.title(),
        requirement.capability(),
        required == null ? null : new Amount(required.amount(), required.unit()),
        List.copyOf(requirement.purposes()),
        List.copyOf(requirement.places()));
  }
}
