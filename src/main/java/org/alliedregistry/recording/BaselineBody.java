package org.alliedregistry.recording;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.alliedregistry.problem.ReadOnlyFields;
import org.alliedregistry.recording.reference.CodePatterns;
import org.alliedregistry.recording.reference.SourceBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A baseline as received. A change makes a new version. */
@ReadOnlyFields(
    fields = {"version", "recordedAt"},
    why = ReadOnlyFields.BY_THE_REGISTRY)
@Schema(name = "NewBaseline")
public record BaselineBody(
    @Schema(description = "If given, the code of the path.") @Nullable String code,
    @NotBlank(message = CodePatterns.BLANK_RULE) @Nullable String title,
    @NotNull(message = CodePatterns.GIVEN_RULE) @Nullable SourceBody source,
    @Nullable List<FactorBody> planningFactors,
    @NotEmpty(message = "must have at least one requirement")
        @Nullable List<RequirementBody> requirements) {

  List<FactorBody> factors() {
    return planningFactors == null ? List.of() : planningFactors;
  }

  List<RequirementBody> lines() {
    return requirements == null ? List.of() : requirements;
  }
}
