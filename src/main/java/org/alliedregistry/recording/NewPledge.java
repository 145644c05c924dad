package org.alliedregistry.recording;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.alliedregistry.domain.pledge.Origin;
import org.alliedregistry.domain.reference.Purpose;
import org.alliedregistry.problem.ReadOnlyFields;
import org.alliedregistry.recording.reference.CodePatterns;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A new pledge as received: its identity and its first statement. */
@ReadOnlyFields(
    fields = {"id", "void", "recordedAt", "recordedBy", "terms"},
    why = ReadOnlyFields.BY_THE_REGISTRY)
@ReadOnlyFields(fieldsOf = NewStatement.class, why = "is a field of statement. Send it there")
@Schema(name = "NewPledge")
public record NewPledge(
    @Schema(description = "The writer's own key, unique for that writer.")
        @Nullable String reference,
    @Schema(description = "The allies that make the pledge. The first leads.")
        @NotEmpty(message = "must name at least one ally")
        @Nullable List<String> allies,
    @Schema(description = "Relative weights above 0, one per ally.")
        @Nullable Map<String, BigDecimal> shares,
    @Schema(description = "Allies that pay for the pledge. They add nothing to its amount.")
        @Nullable List<String> financedBy,
    @NotNull(message = CodePatterns.GIVEN_RULE) @Nullable String capability,
    @NotNull(message = CodePatterns.GIVEN_RULE) @Nullable Purpose purpose,
    @NotBlank(message = CodePatterns.BLANK_RULE) @Nullable String title,
    @Schema(
            description =
                "Id of the whole that this pledge is a part of. Both have the same capability and"
                    + " purpose.")
        @Nullable String partOf,
    @NotNull(message = CodePatterns.GIVEN_RULE) @Nullable NewStatement statement,
    @Schema(description = "The code of the programme under which it is supplied or paid.")
        @Nullable String programme,
    @Schema(description = "What it is supplied from. Null if that is not known.")
        @Nullable Origin origin) {

  /** The allies that are given, the leading one first. */
  public List<String> alliesNamed() {
    return allies == null ? List.of() : allies;
  }

  PledgeUpdate version() {
    return new PledgeUpdate(reference, shares, financedBy, title, partOf, programme, origin);
  }
}
