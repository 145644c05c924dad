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
import org.alliedregistry.domain.pledge.ResolvedField;
import org.alliedregistry.domain.record.CoverageInput;

/**
 * Computes how the count of one requirement changed from day to day by statements and by expiry. On
 * each day, first its calendar year begins, if the requirement is per year; then the pledges that
 * ended the day before expire, by opening order; then the statements of the day apply, in order.
 */
final class ValidTimeChanges {

  /** The first day after the end of a pledge. A later statement may move the end. */
  private record Expiry(LocalDate day, int openingOrder, Pledge pledge) {}

  private final IncrementalCount count;
  private final WorkLimit limit;
  private final boolean expires;
  private final boolean isPerYear;
  private final List<Changes.Step> steps = new ArrayList<>();

  /** The expiries ahead: one for each pledge and each day that was stated as its last. */
  private final SortedSet<Expiry> expiries =
      new TreeSet<>(
          Comparator.comparing(Expiry::day)
              .thenComparing(Expiry::openingOrder)
              .thenComparing(ended -> ended.pledge().id()));

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
    this.isPerYear = requirement.isPerYear();
    CoverageQuery toTheEnd = query.validAt(span.to());
    this.count =
        new IncrementalCount(
            toTheEnd, requirement, start, expires ? span.from() : query.day(), limit);
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
    LocalDate until = state.terms().availableUntil().value();
    if (expires && until != null && !until.isBefore(day)) {
      Pledge pledge = state.pledge();
      expiries.add(
          new Expiry(until.plusDays(1), openingOrders.getOrDefault(pledge.id(), 0), pledge));
    }
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
    while (!expiries.isEmpty() && !expiries.first().day().isAfter(next)) {
      Expiry ended = expiries.first();
      expiries.remove(ended);
      ResolvedField<LocalDate> end = count.state(ended.pledge().id()).terms().availableUntil();
      LocalDate until = end.value();
      if (until != null && end.basis() != null && until.plusDays(1).equals(ended.day())) {
        step(
            RecordEvent.expired(ended.pledge(), end.basis().id(), ended.day()),
            () -> count.advanceTo(ended.day(), ended.pledge()));
      }
    }
    advanceDay(next);
  }

  /** Begins a day for all pledges. */
  private void advanceDay(LocalDate next) {
    if (expires && next.isAfter(day)) {
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
