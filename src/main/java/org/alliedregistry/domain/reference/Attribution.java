package org.alliedregistry.domain.reference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * On whose word, as of when, who may see it, and which earlier record it mends.
 *
 * @param saidOn the UTC day from which it holds; may lie ahead
 * @param corrects the id of the statement whose place this one takes
 * @param isVoid true for a correction that says: there was no such statement
 */
public record Attribution(
    LocalDate saidOn,
    EvidenceGrade evidence,
    @Nullable String speaker,
    Source source,
    Releasability releasability,
    @Nullable String corrects,
    boolean isVoid,
    @Nullable String note) {

  /** The same as the correction of another statement, or of none. */
  public Attribution correcting(@Nullable String target) {
    return new Attribution(saidOn, evidence, speaker, source, releasability, target, isVoid, note);
  }
}
