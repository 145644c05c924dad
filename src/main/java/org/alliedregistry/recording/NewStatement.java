package org.alliedregistry.recording;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.alliedregistry.domain.pledge.statement.Position;
import org.alliedregistry.domain.pledge.statement.Side;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.alliedregistry.domain.reference.PlaceOfEmployment;
import org.alliedregistry.domain.reference.Releasability;
import org.alliedregistry.json.DayBounds;
import org.alliedregistry.problem.ReadOnlyFields;
import org.alliedregistry.recording.reference.AttributionBody;
import org.alliedregistry.recording.reference.CodePatterns;
import org.alliedregistry.recording.reference.SourceBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A statement on a pledge as received. An absent field or a null says nothing. */
@ReadOnlyFields(
    fields = {"id", "pledge", "recordedAt", "recordedBy", "speaksOf"},
    why = ReadOnlyFields.BY_THE_REGISTRY)
@ReadOnlyFields(
    fieldsOf = NewPledge.class,
    why = "is a field of the pledge. Send it with the pledge")
@Schema(
    name = "NewStatement",
    description =
        "What one speaker said on one day. A field that is left out, or null, changes nothing."
            + " clears names the fields that were expressly lifted.")
public record NewStatement(
    @Schema(description = "The position of the ally on the whole pledge.")
        @Nullable Position position,
    @Schema(
            description =
                "The whole amount that is promised now. In clears: expressly not quantified.")
        @Nullable QuantityBody amount,
    @Schema(description = "The size as it was said, in words. It does not change amount.")
        @Nullable String wording,
    @Schema(description = "How much is signed.") @Nullable ProgressBody committed,
    @Schema(description = "How much is tied to a named unit or item.")
        @Nullable ProgressBody allocated,
    @Schema(description = "How much is deployed, or delivered to the recipient.")
        @Nullable ProgressBody inPlace,
    @Schema(
            description =
                "Codes of conditions that also apply. [] means that expressly no condition is"
                    + " added. It lifts none.")
        @Nullable List<String> conditions,
    @Schema(description = "Codes of conditions and caveats that no longer apply.")
        @Nullable List<String> lifts,
    @Schema(
            description =
                "Codes of national restrictions on use. They change the count only if a requirement or a"
                    + " question refuses them.")
        @Nullable
            List<@Pattern(regexp = CodePatterns.CODE, message = CodePatterns.CODE_RULE) String>
            caveats,
    @Nullable PlaceOfEmployment place,
    @Schema(description = "The first day, from 1991 to fifty years ahead.")
        @DayBounds(from = CodePatterns.FIRST_DAY, yearsAhead = CodePatterns.YEARS_TO_COME)
        @Nullable LocalDate availableFrom,
    @Schema(description = "The last day, from 1991 to fifty years ahead.")
        @DayBounds(from = CodePatterns.FIRST_DAY, yearsAhead = CodePatterns.YEARS_TO_COME)
        @Nullable LocalDate availableUntil,
    @Schema(description = "The day by which all of it is promised to be in place or delivered.")
        @DayBounds(from = CodePatterns.FIRST_DAY, yearsAhead = CodePatterns.YEARS_TO_COME)
        @Nullable LocalDate dueOn,
    @Schema(
            description =
                "Who speaks. RECIPIENT: only of committed, allocated and inPlace. Default: DONOR.")
        @Nullable Side side,
    @Schema(description = "Days from the order to being in place.", minimum = "0")
        @Nullable Integer daysToInPlace,
    @Schema(
            description =
                "Fields that were expressly lifted: set to none, or to not known. A field that is"
                    + " cleared has no value. With DECLINED or WITHDRAWN, only inPlace and place"
                    + " can be cleared.")
        @Nullable List<Cleared> clears,
    @Schema(description = "The UTC day from which it holds, from 1991 to ten years ahead.")
        @DayBounds(from = CodePatterns.FIRST_DAY, yearsAhead = CodePatterns.YEARS_TO_HOLD)
        @Nullable LocalDate saidOn,
    @Nullable EvidenceGrade evidence,
    @Schema(description = "Who said it, with the office.") @Nullable String speaker,
    @Nullable SourceBody source,
    @Schema(
            description =
                "Who may see it: PUBLIC, COALITION (every caller with a token) or ALLIES_ONLY (the"
                    + " allies of the pledge and the secretariat). Default: PUBLIC; for a"
                    + " correction, the value of the corrected statement.")
        @Nullable Releasability releasability,
    @Schema(description = "Id of the earlier statement that this one replaces.")
        @Nullable String corrects,
    @JsonProperty("void")
        @Schema(description = "With corrects: the earlier statement was never made.")
        @Nullable Boolean isVoid,
    @Nullable String note) {

  /** The fields that can be cleared. */
  @Schema(name = "ClearedField")
  public enum Cleared {
    amount,
    wording,
    committed,
    allocated,
    inPlace,
    conditions,
    caveats,
    place,
    availableFrom,
    availableUntil,
    daysToInPlace,
    dueOn
  }

  /** The names of the fields that it clears. */
  Set<String> cleared() {
    return clears == null
        ? Set.of()
        : clears.stream().map(Cleared::name).collect(Collectors.toUnmodifiableSet());
  }

  boolean voids() {
    return Boolean.TRUE.equals(isVoid);
  }

  AttributionBody attributed() {
    return new AttributionBody(
        saidOn, evidence, speaker, source, releasability, corrects, isVoid, note);
  }
}
