package org.alliedregistry.recording.reference;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.alliedregistry.domain.reference.Capability;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.Violations;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A capability as received. */
@Schema(name = "NewCapability")
public record CapabilityBody(
    @Schema(description = "If given, the code of the path.") @Nullable String code,
    @NotBlank(message = CodePatterns.BLANK_RULE) @Nullable String name,
    @NotNull(message = CodePatterns.GIVEN_RULE)
        @Pattern(regexp = CodePatterns.CODE, message = CodePatterns.CODE_RULE)
        @Nullable String domain,
    @Schema(description = "The first is the unit of account, which never changes.")
        @NotEmpty(message = "must name at least one unit")
        @Nullable
            List<@Pattern(regexp = CodePatterns.UNIT, message = CodePatterns.UNIT_RULE) String>
            units) {

  public Capability toCapability(String path, Violations violations) {
    CodeValidator.check(path, code, CodePatterns.CODE, violations);
    violations.addIf(
        units != null && new HashSet<>(units).size() < units.size(),
        "/units",
        "must name each unit once");
    violations.refuseIfAny(ProblemException::ofBody);
    return new Capability(
        path,
        Objects.requireNonNull(name),
        Objects.requireNonNull(domain),
        Objects.requireNonNull(units));
  }
}
