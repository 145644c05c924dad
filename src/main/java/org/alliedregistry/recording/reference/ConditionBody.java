package org.alliedregistry.recording.reference;

import jakarta.validation.constraints.NotBlank;
import java.util.Objects;
import org.alliedregistry.domain.reference.Condition;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.ReadOnlyFields;
import org.alliedregistry.problem.Violations;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A condition as received. */
@ReadOnlyFields(
    fields = {"state", "byAlly"},
    why = "follows from the statements. Add a statement to the condition")
@Schema(name = "NewCondition")
public record ConditionBody(
    @Schema(description = "If given, the code of the path.") @Nullable String code,
    @NotBlank(message = CodePatterns.BLANK_RULE) @Nullable String description,
    @Schema(description = "Whether each ally has a state of its own. Default: false.")
        @Nullable Boolean perAlly) {

  public Condition toCondition(String path, Violations violations) {
    CodeValidator.check(path, code, CodePatterns.CODE, violations);
    violations.refuseIfAny(ProblemException::ofBody);
    return new Condition(path, Objects.requireNonNull(description), Boolean.TRUE.equals(perAlly));
  }
}
