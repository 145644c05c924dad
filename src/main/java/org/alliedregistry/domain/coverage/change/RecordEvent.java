package org.alliedregistry.domain.coverage.change;

import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.List;
import org.alliedregistry.domain.pledge.Pledge;
import org.jspecify.annotations.Nullable;

/**
 * An event that may change an answer.
 *
 * @param at the UTC day from which it holds, or the instant at which it was recorded
 * @param pledge the id of the pledge, if it is about one
 * @param statement the id of the statement, if one was made; for EXPIRED, the one that set the end
 * @param condition the code of the condition, if it is about one
 * @param version the version of the baseline, if a new one was recorded
 * @param allies the allies of the pledge or condition; empty = all
 */
public record RecordEvent(
    Temporal at,
    Kind kind,
    @Nullable String pledge,
    @Nullable String statement,
    @Nullable String condition,
    @Nullable Integer version,
    List<String> allies) {

  /** The kind of event. */
  public enum Kind {
    /** A statement was made on a pledge. */
    SAID,
    /** A statement on a pledge was corrected or voided. */
    CORRECTED,
    /** A pledge ended with its last day. */
    EXPIRED,
    /** A statement was made on a condition. */
    CONDITION,
    /** The baseline got a new version. */
    BASELINE,
    /** A pledge got other shares, or moved to another whole. */
    PLEDGE
  }

  /**
   * @param statement the id of the statement that set the last day
   */
  static RecordEvent expired(Pledge pledge, String statement, LocalDate dayAfter) {
    return new RecordEvent(
        dayAfter, Kind.EXPIRED, pledge.id(), statement, null, null, pledge.allies());
  }

  /** An event and the change that it makes. */
  public record EventEffect(RecordEvent event, RecordChange change) {}
}
