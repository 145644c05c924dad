package org.alliedregistry.reference.web;

import java.time.LocalDate;
import org.alliedregistry.problem.Faults;
import org.alliedregistry.reference.Attribution;
import org.alliedregistry.reference.Evidence;
import org.alliedregistry.reference.Releasability;
import org.alliedregistry.reference.Source;
import org.jspecify.annotations.Nullable;

/**
 * On whose word, as received with a statement of a pledge or of a condition. A correction takes its
 * day, evidence, source and releasability from its target where it gives none.
 */
public record Attributed(
    @Nullable LocalDate saidOn,
    @Nullable Evidence evidence,
    @Nullable String speaker,
    @Nullable SourceBody source,
    @Nullable Releasability releasability,
    @Nullable String corrects,
    @Nullable Boolean isVoid,
    @Nullable String note) {

  private static final String FOR_MORE =
      "must be given: more may see this than what it corrects, so nothing of that is taken over";

  /**
   * @param target what the statement it corrects is attributed to, null where it corrects none
   * @return null where something is missing: the faults say what
   */
  public @Nullable Attribution toAttribution(
      @Nullable Attribution target, String pointer, Faults faults) {
    LocalDate day = saidOn != null ? saidOn : target == null ? null : target.saidOn();
    Evidence grade = evidence != null ? evidence : target == null ? null : target.evidence();
    Source origin =
        source != null ? SourceBody.source(source) : target == null ? null : target.source();
    if (target != null && inherited(target).compareTo(released(target)) > 0) {
      refuseToPublishUnasked(pointer, faults);
    }
    faults.addIfMissing(day == null, pointer + "/saidOn", Codes.GIVEN_RULE);
    faults.addIfMissing(grade == null, pointer + "/evidence", Codes.GIVEN_RULE);
    faults.addIfMissing(source == null && origin == null, pointer + "/source", Codes.GIVEN_RULE);
    faults.addIf(
        Boolean.TRUE.equals(isVoid) && corrects == null,
        pointer + "/void",
        "goes with corrects: name the statement that there never was");
    if (day == null || grade == null || origin == null) {
      return null;
    }
    return new Attribution(
        day, grade, speaker, origin, released(target), corrects, Boolean.TRUE.equals(isVoid), note);
  }

  /** For whom it is: as it says, else for whom what it corrects is, else for everybody. */
  public Releasability released(@Nullable Attribution target) {
    return releasability != null ? releasability : inherited(target);
  }

  private static Releasability inherited(@Nullable Attribution target) {
    return target == null ? Releasability.PUBLIC : target.releasability();
  }

  /**
   * Where more may see the correction than its target, the target's source is not theirs to see.
   */
  private void refuseToPublishUnasked(String pointer, Faults faults) {
    faults.addIfMissing(source == null, pointer + "/source", FOR_MORE);
    if (Boolean.TRUE.equals(isVoid)) {
      faults.addIfMissing(saidOn == null, pointer + "/saidOn", FOR_MORE);
      faults.addIfMissing(evidence == null, pointer + "/evidence", FOR_MORE);
    }
  }
}
