package org.alliedregistry.domain.coverage.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.alliedregistry.domain.baseline.Requirement;
import org.alliedregistry.domain.coverage.DateRange;
import org.alliedregistry.domain.coverage.contribution.CountedAndStated;
import org.alliedregistry.domain.coverage.contribution.CoverageQuery;
import org.alliedregistry.domain.coverage.contribution.WorkLimit;
import org.alliedregistry.domain.pledge.Pledge;
import org.alliedregistry.domain.pledge.PledgeState;
import org.alliedregistry.domain.pledge.statement.Statement;
import org.alliedregistry.domain.record.CoverageInput;
import org.jspecify.annotations.Nullable;

/**
 * Computes how the count of one requirement changed from day to day by statements and by expiry. On
 * each day, first its calendar year begins, if the requirement is per year; then the pledges that
 * ended the day before expire, by opening order; then the promises whose last statement is too old
 * become stale, by opening order; then the statements of the day apply, in order.
 */
final class ValidTimeChanges {

  /** What happens to a pledge by itself, in the order of one day. */
  private enum Cause {
    EXPIRED,
    STALE
  }

  /** A day on which a pledge changes by itself, unless a later statement moves that day. */
  private record Deadline(LocalDate day, Cause cause, int openingOrder, Pledge pledge) {}

  private final IncrementalCount count;
  private final WorkLimit limit;
  private final boolean expires;
  private final @Nullable Integer freshness;
  private final boolean isPerYear;
  private final List<Changes.Step> steps = new ArrayList<>();

  /** The deadlines ahead: for each pledge, one for each last day and for each last statement. */
  private final SortedSet<Deadline> deadlines =
      new TreeSet<>(
          Comparator.comparing(Deadline::day)
              .thenComparing(Deadline::cause)
              .thenComparing(Deadline::openingOrder)
              .thenComparing(due -> due.pledge().id()));

  private final Map<String, Integer> openingOrders = new HashMap<>();
  private LocalDate day;

  private ValidTimeChanges(
      CoverageQuery query,
      Requirement requirement,
      CoverageInput start,
      DateRange span,
      WorkLimit limit) {
    this.limit = limit;
    this.day = span.from();
    this.expires = query.availableOn() == null;
    this.freshness = query.freshness();
    this.isPerYear = requirement.isPerYear();
    CoverageQuery toTheEnd = query.validAt(span.to());
    this.count =
        new IncrementalCount(
            toTheEnd, requirement, start, expires ? span.from() : query.day(), span.from(), limit);
    start.pledges().keySet().forEach(id -> openingOrders.put(id, openingOrders.size()));
    count.states().forEach(this::schedule);
  }

  /**
   * @param query its own day is ignored
   * @param start the input on the first day
   * @param events in order of their days, each after the first day of the range, none after its
   *     last
   */
  static Changes of(
      CoverageQuery query,
      Requirement requirement,
      CoverageInput start,
      DateRange span,
      Iterable<RecordEvent.EventEffect> events,
      WorkLimit limit) {
    ValidTimeChanges changes = new ValidTimeChanges(query, requirement, start, span, limit);
    CountedAndStated before = changes.count.total();
    for (RecordEvent.EventEffect effect : events) {
      changes.advanceTo((LocalDate) effect.event().at());
      changes.step(effect.event(), () -> changes.apply(effect.change()));
    }
    changes.advanceTo(span.to());
    return new Changes(
        requirement.code(), before, changes.count.total(), List.copyOf(changes.steps));
  }

  private void apply(RecordChange change) {
    if (change instanceof RecordChange.OfPledge pledge) {
      if (count.isAbout(pledge.statements().pledge())) {
        count.update(pledge.statements()).forEach(this::schedule);
      }
    } else if (change instanceof RecordChange.OfCondition condition) {
      count.update(condition.statements());
    }
  }

  private void schedule(PledgeState state) {
    schedule(state, Cause.EXPIRED, expiryOf(state));
    schedule(state, Cause.STALE, stalenessOf(state));
  }

  private void schedule(PledgeState state, Cause cause, @Nullable LocalDate due) {
    if (due != null && due.isAfter(day)) {
      Pledge pledge = state.pledge();
      deadlines.add(new Deadline(due, cause, openingOrders.getOrDefault(pledge.id(), 0), pledge));
    }
  }

  /** The day after the last day of a pledge; null if nothing expires. */
  private @Nullable LocalDate expiryOf(PledgeState state) {
    LocalDate until = state.terms().availableUntil().value();
    return expires && until != null ? until.plusDays(1) : null;
  }

  /** The first day on which a promise is too old; null if none is. */
  private @Nullable LocalDate stalenessOf(PledgeState state) {
    LocalDate said = state.lastSaidOn();
    return freshness == null || said == null ? null : said.plusDays(freshness + 1L);
  }

  /** Applies what happens by itself until a day: years begin, and pledges expire. */
  private void advanceTo(LocalDate next) {
    if (expires && isPerYear) {
      for (DateRange range : new DateRange(day, next).calendarYears()) {
        LocalDate first = range.from();
        if (first.isAfter(day)) {
          expireUntil(first.minusDays(1));
          step(RecordEvent.yearBegan(first), () -> count.beginYear(first));
        }
      }
    }
    expireUntil(next);
  }

  private void expireUntil(LocalDate next) {
    while (!deadlines.isEmpty() && !deadlines.first().day().isAfter(next)) {
      Deadline due = deadlines.first();
      deadlines.remove(due);
      RecordEvent event = eventOf(due, count.state(due.pledge().id()));
      if (event != null) {
        step(event, () -> count.advanceTo(due.day(), due.pledge()));
      }
    }
    advanceDay(next);
  }

  /** What happens on a deadline; null if a statement has moved it. */
  private @Nullable RecordEvent eventOf(Deadline due, PledgeState state) {
    return switch (due.cause()) {
      case EXPIRED -> {
        Statement end = state.terms().availableUntil().basis();
        yield end != null && due.day().equals(expiryOf(state))
            ? RecordEvent.expired(due.pledge(), end.id(), due.day())
            : null;
      }
      case STALE -> {
        Statement last = state.lastWord();
        yield last != null && due.day().equals(stalenessOf(state))
            ? RecordEvent.becameStale(due.pledge(), last.id(), due.day())
            : null;
      }
    };
  }

  /** Begins a day for all pledges. */
  private void advanceDay(LocalDate next) {
    if (next.isAfter(day)) {
      count.advanceTo(next);
      day = next;
    }
  }

  private void step(RecordEvent event, Runnable change) {
    CountedAndStated before = count.total();
    count.mark();
    change.run();
    Changes.Step step =
        new Changes.Step(event, before, count.total(), count.hasOtherUnquantified());
    if (step.changesAnything()) {
      limit.spend(Changes.WORK_PER_STEP);
      steps.add(step);
    }
  }
}
