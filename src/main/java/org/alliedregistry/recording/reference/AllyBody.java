package org.alliedregistry.recording.reference;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.reference.Ally;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.Violations;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An ally as received. */
@Schema(name = "NewAlly")
public record AllyBody(
    @Schema(description = "If given, the code of the path.") @Nullable String code,
    @NotBlank(message = CodePatterns.BLANK_RULE) @Nullable String name,
    @NotNull(message = CodePatterns.GIVEN_RULE) Ally.@Nullable Kind kind,
    @Nullable List<Ally.Membership> memberships) {

  private static final Set<String> ISO = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3);

  public Ally toAlly(String path, RegistrySnapshot registry, Violations violations) {
    CodeValidator.check(path, code, CodePatterns.ALLY, violations);
    violations.addIf(
        kind == Ally.Kind.STATE && !ISO.contains(path),
        "/code",
        "must be an ISO 3166-1 alpha-3 code for a state");
    violations.addIf(
        kind == Ally.Kind.ORGANISATION && ISO.contains(path),
        "/code",
        "is the ISO 3166-1 code of a state. Use another code for an organisation");
    violations.addIf(
        registry.groups().containsKey(path),
        "/code",
        "is the code of a group. Use another code for an ally");
    violations.refuseIfAny(ProblemException::ofBody);
    return new Ally(
        path,
        Objects.requireNonNull(name),
        Objects.requireNonNull(kind),
        new TreeSet<>(memberships == null ? List.of() : memberships));
  }
}
