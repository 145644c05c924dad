package org.alliedregistry.recording.reference;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.reference.AllyGroup;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.Violations;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A group of allies as received. */
@Schema(name = "NewGroup")
public record GroupBody(
    @Schema(description = "If given, the code of the path.") @Nullable String code,
    @NotBlank(message = CodePatterns.BLANK_RULE) @Nullable String name,
    @Schema(description = "Codes of allies of the registry. A repeated code counts once.")
        @NotEmpty(message = "must have at least one ally")
        @Size(max = MAX_ALLIES)
        @Nullable List<String> allies,
    @Schema(description = "Where the members of the group are listed.")
        @NotNull(message = CodePatterns.GIVEN_RULE)
        @Nullable SourceBody source) {

  /** The most allies of one group; there are fewer states than this. */
  static final int MAX_ALLIES = 250;

  /** The most groups of a registry. */
  static final int MAX_GROUPS = 250;

  /**
   * @param path the code in the path
   * @throws ProblemException if anything is missing or wrong
   */
  public AllyGroup toGroup(String path, RegistrySnapshot registry, Violations violations) {
    CodeValidator.check(path, code, CodePatterns.ALLY, violations);
    violations.addIf(
        registry.allies().containsKey(path),
        "/code",
        "is the code of an ally. Use another code for a group");
    violations.addIf(
        !registry.groups().containsKey(path) && registry.groups().size() >= MAX_GROUPS,
        "/code",
        "would be one group too many: a registry has at most "
            + MAX_GROUPS
            + ". Change a group that is there");
    List<String> sent = allies == null ? List.of() : allies;
    for (int i = 0; i < Math.min(sent.size(), MAX_ALLIES); i++) {
      violations.addIfUnknown(sent.get(i), "ally", registry.allies().keySet(), "/allies/" + i);
    }
    violations.refuseIfAny(ProblemException::ofBody);
    return AllyGroup.of(
        path,
        Objects.requireNonNull(name),
        sent,
        Objects.requireNonNull(SourceBody.source(source)));
  }
}
