package org.alliedregistry.recording;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.util.List;
import org.alliedregistry.domain.baseline.BaselineLine;
import org.alliedregistry.domain.baseline.Milestone;
import org.alliedregistry.domain.baseline.Requirement;
import org.alliedregistry.domain.reference.PlaceOfEmployment;
import org.alliedregistry.domain.reference.Purpose;
import org.alliedregistry.recording.reference.CodePatterns;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A line of a baseline, in requests and in answers: of a capability, or a milestone. */
@Schema(
    name = "Requirement",
    description =
        "A line of a baseline. It has either a capability, whose pledges it counts, or a milestone."
            + " A milestone has no amount, purposes, places or caveats.")
public record RequirementBody(
    @NotNull(message = CodePatterns.GIVEN_RULE)
        @Pattern(regexp = CodePatterns.CODE, message = CodePatterns.CODE_RULE)
        @Nullable String code,
    @NotBlank(message = CodePatterns.BLANK_RULE) @Nullable String title,
    @Schema(description = "The capability whose pledges count. Null for a milestone.")
        @Nullable String capability,
    @Schema(description = "Null means named but not quantified.") @Nullable Amount required,
    @Schema(description = "Accepted purposes. Left out or empty means any.")
        @Nullable List<Purpose> purposes,
    @Schema(description = "Accepted places of employment. Left out or empty means any.")
        @Nullable List<PlaceOfEmployment> places,
    @Schema(description = "Codes of caveats. A pledge with one of them does not count.")
        @Nullable
            List<@Pattern(regexp = CodePatterns.CODE, message = CodePatterns.CODE_RULE) String>
            refuses,
    @Schema(description = MILESTONE) @Nullable String milestone) {

  public static final String MILESTONE =
      "The code of a condition that is not per ally. The verdict is MET if it is met, NOT_MET if it"
          + " failed, UNDETERMINED if it is open. Null for a line that counts a capability.";

  public static final String PER =
      "YEAR: it is required in each calendar year. Left out: it is required in all.";

  /** The required amount. */
  @Schema(name = "RequiredAmount")
  public record Amount(
      @NotNull(message = CodePatterns.GIVEN_RULE)
          @DecimalMin(value = "0", inclusive = false, message = "must be above 0")
          @DecimalMax(value = CodePatterns.MAX_AMOUNT, message = CodePatterns.RANGE_RULE)
          @Digits(
              integer = 16,
              fraction = CodePatterns.DECIMALS,
              message = CodePatterns.DECIMALS_RULE)
          @Nullable BigDecimal amount,
      @NotNull(message = CodePatterns.GIVEN_RULE) @Nullable String unit,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = PER)
          QuantityBody.@Nullable Per per) {}

  public static RequirementBody of(BaselineLine line) {
    return line instanceof Milestone milestone ? of(milestone) : of((Requirement) line);
  }

  private static RequirementBody of(Milestone milestone) {
    return new RequirementBody(
        milestone.code(),
        milestone.title(),
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        milestone.milestone());
  }

  private static RequirementBody of(Requirement requirement) {
    Requirement.Required required = requirement.required();
    return new RequirementBody(
        requirement.code(),
        requirement.title(),
        requirement.capability(),
        required == null
            ? null
            : new Amount(
                required.amount(), required.unit(), QuantityBody.Per.of(required.perYear())),
        List.copyOf(requirement.purposes()),
        List.copyOf(requirement.places()),
        List.copyOf(requirement.refuses()),
        null);
  }
}
