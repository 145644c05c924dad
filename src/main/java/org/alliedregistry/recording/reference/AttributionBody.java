package org.alliedregistry.recording.reference;

import java.time.LocalDate;
import org.alliedregistry.domain.reference.Attribution;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.alliedregistry.domain.reference.Releasability;
import org.alliedregistry.domain.reference.Source;
import org.alliedregistry.problem.Violations;
import org.jspecify.annotations.Nullable;

/**
 * The attribution of a statement as received. A correction that gives no day, evidence, source or
 * releasability takes them from its target.
 */
public record AttributionBody(
    @Nullable LocalDate saidOn,
    @Nullable EvidenceGrade evidence,
    @Nullable String speaker,
    @Nullable SourceBody source,
    @Nullable Releasability releasability,
    @Nullable String corrects,
    @Nullable Boolean isVoid,
    @Nullable String note) {

  private static final String FOR_MORE =
      "must be given: the correction has a wider audience than the corrected statement, so no value"
          + " is taken from that";

  /**
   * @param target the attribution of the statement that it corrects; null if it corrects none
   * @return null if anything is missing; the violations are added
   */
  public @Nullable Attribution toAttribution(
      @Nullable Attribution target, String pointer, Violations violations) {
    LocalDate day = saidOn != null ? saidOn : target == null ? null : target.saidOn();
    EvidenceGrade grade = evidence != null ? evidence : target == null ? null : target.evidence();
    Source origin =
        source != null ? SourceBody.source(source) : target == null ? null : target.source();
    if (target != null && inherited(target).compareTo(released(target)) > 0) {
      refuseToPublishUnasked(pointer, violations);
    }
    violations.addIfMissing(day == null, pointer + "/saidOn", CodePatterns.GIVEN_RULE);
    violations.addIfMissing(grade == null, pointer + "/evidence", CodePatterns.GIVEN_RULE);
    violations.addIfMissing(
        source == null && origin == null, pointer + "/source", CodePatterns.GIVEN_RULE);
    violations.addIf(
        Boolean.TRUE.equals(isVoid) && corrects == null,
        pointer + "/void",
        "needs corrects. Send the id of the statement to void as corrects");
    if (day == null || grade == null || origin == null) {
      return null;
    }
    return new Attribution(
        day, grade, speaker, origin, released(target), corrects, Boolean.TRUE.equals(isVoid), note);
  }

  /** The releasability: as given, else that of the target, else public. */
  public Releasability released(@Nullable Attribution target) {
    return releasability != null ? releasability : inherited(target);
  }

  private static Releasability inherited(@Nullable Attribution target) {
    return target == null ? Releasability.PUBLIC : target.releasability();
  }

  /**
   * Refuses to copy the source of the target into a correction that more readers may see than the
   * target.
   */
  private void refuseToPublishUnasked(String pointer, Violations violations) {
    violations.addIfMissing(source == null, pointer + "/source", FOR_MORE);
    if (Boolean.TRUE.equals(isVoid)) {
      violations.addIfMissing(saidOn == null, pointer + "/saidOn", FOR_MORE);
      violations.addIfMissing(evidence == null, pointer + "/evidence", FOR_MORE);
    }
  }
}
