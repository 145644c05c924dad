package org.alliedregistry.recording.declaration;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.alliedregistry.domain.declaration.DeclarationStatement;
import org.alliedregistry.domain.reference.Attribution;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.alliedregistry.domain.reference.Releasability;
import org.alliedregistry.json.DayBounds;
import org.alliedregistry.problem.ReadOnlyFields;
import org.alliedregistry.problem.Violations;
import org.alliedregistry.recording.reference.AttributionBody;
import org.alliedregistry.recording.reference.CodePatterns;
import org.alliedregistry.recording.reference.SourceBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A statement on a declaration as received. The first one opens the declaration. */
@ReadOnlyFields(
    fields = {"id", "declaration", "recordedAt", "recordedBy"},
    why = ReadOnlyFields.BY_THE_REGISTRY)
@Schema(name = "NewDeclarationStatement")
public record NewDeclarationStatement(
    @Schema(description = "Required in the first statement.") @Nullable String title,
    @Schema(description = "How many take part, if that was said.", minimum = "1", maximum = "1000")
        @Nullable Integer participants,
    @Schema(description = "Codes of allies that are named as participants. They add up.")
        @Size(max = MOST_NAMED)
        @Nullable List<String> named,
    @Schema(description = "The UTC day from which it holds, from 1991 to ten years ahead.")
        @DayBounds(from = CodePatterns.FIRST_DAY, yearsAhead = CodePatterns.YEARS_TO_HOLD)
        @Nullable LocalDate saidOn,
    @Nullable EvidenceGrade evidence,
    @Nullable String speaker,
    @Nullable SourceBody source,
    @Schema(
            description =
                "Who may see it: PUBLIC, COALITION (every caller with a token) or ALLIES_ONLY (the"
                    + " allies that it names and the secretariat). Default: PUBLIC; for a"
                    + " correction, the value of the corrected statement.")
        @Nullable Releasability releasability,
    @Schema(description = "Id of the statement that this one replaces.") @Nullable String corrects,
    @JsonProperty("void")
        @Schema(description = "With corrects: the earlier statement was never made.")
        @Nullable Boolean isVoid,
    @Nullable String note) {

  /** More than there are states and organisations. */
  static final int MOST_NAMED = 300;

  private static final int MOST_PARTICIPANTS = 1000;
  private static final String LEFT_OUT = "must be left out of a statement that voids another";

  private boolean voids() {
    return Boolean.TRUE.equals(isVoid);
  }

  private List<String> names() {
    return named == null ? List.of() : named;
  }

  /**
   * @param corrected the statement that it corrects; null if it corrects none
   * @param target the attribution of that statement
   * @return null if anything is missing; the violations are added
   */
  @Nullable DeclarationStatement toStatement(
      String id,
      String declaration,
      @Nullable DeclarationStatement corrected,
      @Nullable Attribution target,
      Collection<String> allies,
      Violations violations) {
    if (voids()) {
      violations.addIf(title != null, "/title", LEFT_OUT);
      violations.addIf(participants != null, "/participants", LEFT_OUT);
      violations.addIf(!names().isEmpty(), "/named", LEFT_OUT);
    } else {
      checkContent(allies, violations);
    }
    Attribution attribution =
        new AttributionBody(
                saidOn, evidence, speaker, source, releasability, corrects, isVoid, note)
            .toAttribution(target, "", violations);
    return attribution == null
        ? null
        : new DeclarationStatement(
            id, declaration, attribution, title, participants, named(corrected, attribution));
  }

  /**
   * The allies that it names. A void for the allies alone names those of its target, who are its
   * readers. Any other void names nobody: its target may have fewer readers.
   */
  private List<String> named(@Nullable DeclarationStatement corrected, Attribution attribution) {
    return voids() && corrected != null && attribution.releasability() == Releasability.ALLIES_ONLY
        ? corrected.named()
        : names();
  }

  private void checkContent(Collection<String> allies, Violations violations) {
    violations.addIfMissing(
        title == null && participants == null && names().isEmpty(),
        "",
        "must say something: a title, the number of participants, or who is named");
    violations.addIf(title != null && title.isBlank(), "/title", "must not be blank");
    violations.addIf(
        participants != null && (participants < 1 || participants > MOST_PARTICIPANTS),
        "/participants",
        "must be from 1 to 1,000");
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < names().size(); i++) {
      String ally = names().get(i);
      violations.addIfUnknown(ally, "ally", allies, "/named/" + i);
      violations.addIf(!seen.add(ally), "/named/" + i, "is named twice. Remove one of the two");
    }
  }
}
