package org.alliedregistry.domain.coverage.change;

import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.List;
import org.alliedregistry.domain.coverage.contribution.AllySelection;
import org.alliedregistry.domain.coverage.contribution.NamedAllies;
import org.alliedregistry.domain.pledge.Pledge;
import org.jspecify.annotations.Nullable;

/**
 * An event that may change an answer.
 *
 * @param at the UTC day from which it holds, or the instant at which it was recorded
 * @param pledge the id of the pledge, if it is about one
 * @param statement the id of the statement, if one was made; for EXPIRED, the one that set the end;
 *     for STALE, the last one
 * @param condition the code of the condition, if it is about one
 * @param version the version of the baseline, if a new one was recorded
 * @param unit the unit whose exchange rates changed
 * @param allies the allies of the pledge or condition
 * @param withOthers whether it is also about allies that the question leaves out
 */
public record RecordEvent(
    Temporal at,
    Kind kind,
    @Nullable String pledge,
    @Nullable String statement,
    @Nullable String condition,
    @Nullable Integer version,
    @Nullable String unit,
    List<String> allies,
    boolean withOthers) {

  /** An event before any ally is left out. */
  RecordEvent(
      Temporal at,
      Kind kind,
      @Nullable String pledge,
      @Nullable String statement,
      @Nullable String condition,
      @Nullable Integer version,
      @Nullable String unit,
      List<String> allies) {
    this(at, kind, pledge, statement, condition, version, unit, allies, false);
  }

  /** The kind of event. */
  public enum Kind {
    /** A statement was made on a pledge. */
    SAID,
    /** A statement on a pledge was corrected or voided. */
    CORRECTED,
    /** A calendar year began, for a requirement per year. */
    YEAR,
    /** A pledge ended with its last day. */
    EXPIRED,
    /** The last statement on a pledge got too old for the question. */
    STALE,
    /** A statement was made on a condition. */
    CONDITION,
    /** The baseline got a new version. */
    BASELINE,
    /** The exchange rates of a unit got a new version. */
    EXCHANGE_RATES,
    /** A pledge got a new version, such as other shares, other payers or another whole. */
    PLEDGE
  }

  /**
   * @param statement the id of the statement that set the last day
   */
  static RecordEvent expired(Pledge pledge, String statement, LocalDate dayAfter) {
    return new RecordEvent(
        dayAfter, Kind.EXPIRED, pledge.id(), statement, null, null, null, pledge.allies());
  }

  /**
   * @param statement the id of the last statement on the pledge
   */
  static RecordEvent becameStale(Pledge pledge, String statement, LocalDate day) {
    return new RecordEvent(
        day, Kind.STALE, pledge.id(), statement, null, null, null, pledge.allies());
  }

  static RecordEvent yearBegan(LocalDate firstDay) {
    return new RecordEvent(firstDay, Kind.YEAR, null, null, null, null, null, List.of());
  }

  /** Names only the allies that a question keeps. */
  RecordEvent naming(AllySelection selection) {
    NamedAllies named =
        condition == null ? selection.suppliers(allies) : selection.ofCondition(allies);
    return named.withOthers()
        ? new RecordEvent(
            at, kind, pledge, statement, condition, version, unit, named.allies(), true)
        : this;
  }

  /** An event and the change that it makes. */
  public record EventEffect(RecordEvent event, RecordChange change) {}
}
