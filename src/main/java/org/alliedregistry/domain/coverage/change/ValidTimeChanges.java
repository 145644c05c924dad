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
import org.alliedregistry.domain.coverage.contribution.CoverageQuery;
import org.alliedregistry.domain.coverage.contribution.WorkLimit;
import org.alliedregistry.domain.pledge.Pledge;
import org.alliedregistry.domain.pledge.PledgeState;
import org.alliedregistry.domain.pledge.ResolvedField;
import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.domain.record.CoverageInput;

/**
 * Retells how the count of one requirement changed from day to day by what was said, and by what
 * expired: on one day first what ended the day before, by age, then what was said, in order.
 */
final class ValidTimeChanges {

  /** A pledge that ends: the first day without it, unless its end is moved before. */
  private record Due(LocalDate day, int age, Pledge pledge) {}

  private final IncrementalCount count;
  private final WorkLimit limit;
  private final boolean expires;
  private final List<Changes.Step> steps = new ArrayList<>();

  /** Each pledge once for each day that was its last, however often that was said. */
  private final SortedSet<Due> due =
      new TreeSet<>(
          Comparator.comparing(Due::day)
              .thenComparing(Due::age)
              .thenComparing(ended -> ended.pledge().id()));

  private final Map<String, Integer> ages = new HashMap<>();
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
    CoverageQuery toTheEnd = query.validAt(span.to());
    this.count =
        new IncrementalCount(
            toTheEnd, requirement, start, expires ? span.from() : query.day(), limit);
    start.dossiers().keySet().forEach(id -> ages.put(id, ages.size()));
    count.standings().forEach(this::schedule);
  }

  /**
   * @param query its own day is of no account
   * @param start what is known of each pledge and condition by the first day
   * @param said in order of their days, each after the first day of the span and not after its last
   */
  static Changes of(
      CoverageQuery query,
      Requirement requirement,
      CoverageInput start,
      DateRange span,
      Iterable<RecordEvent.Turning> said,
      WorkLimit limit) {
    ValidTimeChanges chronicle = new ValidTimeChanges(query, requirement, start, span, limit);
    Interval before = chronicle.count.total();
    for (RecordEvent.Turning turning : said) {
      chronicle.advanceTo((LocalDate) turning.event().at());
      chronicle.step(turning.event(), () -> chronicle.apply(turning.turn()));
    }
    chronicle.advanceTo(span.to());
    return new Changes(
        requirement.code(), before, chronicle.count.total(), List.copyOf(chronicle.steps));
  }

  private void apply(RecordChange turn) {
    if (turn instanceof RecordChange.OfPledge told) {
      if (count.isAbout(told.dossier().pledge())) {
        count.turn(told.dossier()).forEach(this::schedule);
      }
    } else if (turn instanceof RecordChange.OfCondition told) {
      count.turn(told.file());
    }
  }

  private void schedule(PledgeState standing) {
    LocalDate until = standing.terms().availableUntil().value();
    if (expires && until != null && !until.isBefore(day)) {
      Pledge pledge = standing.pledge();
      due.add(new Due(until.plusDays(1), ages.getOrDefault(pledge.id(), 0), pledge));
    }
  }

  private void advanceTo(LocalDate next) {
    while (!due.isEmpty() && !due.first().day().isAfter(next)) {
      Due ended = due.first();
      due.remove(ended);
      ResolvedField<LocalDate> end = count.standing(ended.pledge().id()).terms().availableUntil();
      LocalDate until = end.value();
      if (until != null && end.basis() != null && until.plusDays(1).equals(ended.day())) {
        step(
            RecordEvent.expired(ended.pledge(), end.basis().id(), ended.day()),
            () -> count.begin(ended.day(), ended.pledge()));
      }
    }
    dawn(next);
  }

  /** A day begins for all. */
  private void dawn(LocalDate next) {
    if (expires && next.isAfter(day)) {
      count.begin(next);
      day = next;
    }
  }

  private void step(RecordEvent event, Runnable change) {
    Interval before = count.total();
    change.run();
    Interval after = count.total();
    if (!after.equals(before)) {
      limit.spend(Changes.WORK_OF_A_STEP);
      steps.add(new Changes.Step(event, before, after));
    }
  }
}
