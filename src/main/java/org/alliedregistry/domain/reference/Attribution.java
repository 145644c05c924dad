package org.alliedregistry.domain.reference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The speaker, the day, the source and the releasability of a statement, and the earlier statement
 * that it corrects.
 *
 * @param saidOn the UTC day from which it holds; may lie ahead
 * @param corrects the id of the statement whose place this one takes
 * @param isVoid true for a correction that says that there was no such statement
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

  /** Replaces the id of the corrected statement; null = none. */
  public Attribution correcting(@Nullable String target) {
    return new Attribution(saidOn, evidence, speaker, source, releasability, target, isVoid, note);
  }
}
