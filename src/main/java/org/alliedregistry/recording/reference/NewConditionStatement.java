package org.alliedregistry.recording.reference;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.Collection;
import org.alliedregistry.domain.reference.Attribution;
import org.alliedregistry.domain.reference.Condition;
import org.alliedregistry.domain.reference.ConditionStatement;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.alliedregistry.domain.reference.Releasability;
import org.alliedregistry.json.DayBounds;
import org.alliedregistry.problem.ReadOnlyFields;
import org.alliedregistry.problem.Violations;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A statement on a condition as received. */
@ReadOnlyFields(
    fields = {"id", "condition", "recordedAt", "recordedBy"},
    why = ReadOnlyFields.BY_THE_REGISTRY)
@Schema(name = "NewConditionStatement")
public record NewConditionStatement(
    Condition.@Nullable State state,
    @Schema(description = "The ally, for a condition that is per ally. Left out means all allies.")
        @Nullable String ally,
    @Schema(description = "The UTC day from which it holds, from 1991 to ten years ahead.")
        @DayBounds(from = CodePatterns.FIRST_DAY, yearsAhead = CodePatterns.YEARS_TO_HOLD)
        @Nullable LocalDate saidOn,
    @Nullable EvidenceGrade evidence,
    @Nullable String speaker,
    @Nullable SourceBody source,
    @Schema(
            description =
                "Who may see it: PUBLIC, COALITION (every caller with a token) or ALLIES_ONLY (the"
                    + " ally and the secretariat). Default: PUBLIC; for a correction, the value of"
                    + " the corrected statement.")
        @Nullable Releasability releasability,
    @Schema(description = "Id of the statement that this one replaces.") @Nullable String corrects,
    @JsonProperty("void")
        @Schema(description = "With corrects: the earlier statement was never made.")
        @Nullable Boolean isVoid,
    @Nullable String note) {

  /**
   * @return null if anything is missing; the violations are added
   */
  public @Nullable ConditionStatement toStatement(
      String id,
      Condition condition,
      @Nullable Attribution target,
      Collection<String> allies,
      Violations violations) {
    boolean voids = Boolean.TRUE.equals(isVoid);
    violations.addIfMissing(
        state == null && !voids, "/state", "must be given: OPEN, MET or FAILED");
    violations.addIf(
        state != null && voids, "/state", "must be left out of a statement that voids another");
    if (ally != null) {
      violations.addIf(
          !condition.perAlly(), "/ally", condition.code() + " is not per ally. Leave the ally out");
      violations.addIfUnknown(ally, "ally", allies, "/ally");
    }
    Attribution statement =
        new AttributionBody(
                saidOn, evidence, speaker, source, releasability, corrects, isVoid, note)
            .toAttribution(target, "", violations);
    return statement == null ? null : new ConditionStatement(id, statement, state, ally);
  }
}
