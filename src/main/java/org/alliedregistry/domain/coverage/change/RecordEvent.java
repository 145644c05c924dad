package org.alliedregistry.domain.coverage.change;

import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.List;
import org.alliedregistry.domain.pledge.Pledge;
import org.jspecify.annotations.Nullable;

/**
 * Something that may change an answer.
 *
 * @param at the UTC day from which it holds, or the instant at which it was recorded
 * @param pledge its id, where it is about a pledge
 * @param statement the id of the statement, where one was made; of an end, the one that set it
 * @param condition its code, where it is about a condition
 * @param version of the baseline, where a new one was recorded
 * @param allies whose pledge or condition it is; none where it is everybody's
 */
public record RecordEvent(
    Temporal at,
    Kind kind,
    @Nullable String pledge,
    @Nullable String statement,
    @Nullable String condition,
    @Nullable Integer version,
    List<String> allies) {

  /** What happened. */
  public enum Kind {
    /** Something was said of a pledge. */
    SAID,
    /** A statement on a pledge was corrected or voided. */
    CORRECTED,
    /** A pledge ended with its last day. */
    EXPIRED,
    /** Something was said of a condition. */
    CONDITION,
    /** The baseline got a new version. */
    BASELINE,
    /** A pledge got other shares, or came under another whole. */
    PLEDGE
  }

  /**
   * @param statement that set the last day
   */
  static RecordEvent expired(Pledge pledge, String statement, LocalDate dayAfter) {
    return new RecordEvent(
        dayAfter, Kind.EXPIRED, pledge.id(), statement, null, null, pledge.allies());
  }

  /** An event with what it changes. */
  public record EventEffect(RecordEvent event, RecordChange turn) {}
}
