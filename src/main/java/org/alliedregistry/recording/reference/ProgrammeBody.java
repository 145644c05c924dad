package org.alliedregistry.recording.reference;

import jakarta.validation.constraints.NotBlank;
import java.util.Objects;
import org.alliedregistry.domain.reference.Programme;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.Violations;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A programme as received. */
@Schema(name = "NewProgramme")
public record ProgrammeBody(
    @Schema(description = "If given, the code of the path.") @Nullable String code,
    @NotBlank(message = CodePatterns.BLANK_RULE) @Nullable String title,
    @NotBlank(message = CodePatterns.BLANK_RULE) @Nullable String description) {

  public Programme toProgramme(String path, Violations violations) {
    CodeValidator.check(path, code, CodePatterns.CODE, violations);
    violations.refuseIfAny(ProblemException::ofBody);
    return new Programme(path, Objects.requireNonNull(title), Objects.requireNonNull(description));
  }
}
