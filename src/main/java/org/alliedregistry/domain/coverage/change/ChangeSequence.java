package org.alliedregistry.domain.coverage.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.alliedregistry.domain.baseline.Baseline;
import org.alliedregistry.domain.baseline.Requirement;
import org.alliedregistry.domain.coverage.DateRange;
import org.alliedregistry.domain.coverage.contribution.CoverageQuery;
import org.alliedregistry.domain.coverage.contribution.WorkLimit;
import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.domain.record.CoverageInput;
import org.jspecify.annotations.Nullable;

/**
 * What changed an answer over a time, event by event.
 *
 * @param start what was known before the first event
 * @param events in order; computed again for each iteration
 */
public record ChangeSequence(CoverageInput start, Iterable<RecordEvent.EventEffect> events) {

  /**
   * What changed between two days by what was said.
   *
   * @param query its own day is of no account
   */
  public List<Changes> betweenDays(CoverageQuery query, DateRange span, WorkLimit limit) {
    return query.baseline().requirements().stream()
        .map(r -> ValidTimeChanges.of(query, r, start, span, events, limit).sustained(query))
        .toList();
  }

  public List<Changes> betweenDays(CoverageQuery query, DateRange span) {
    return betweenDays(query, span, WorkLimit.NONE);
  }

  /**
   * What changed between two instants by what was recorded, seen from the question's viewpoint.
   *
   * @param first the baseline at the start, null where there was none
   */
  public List<Changes> betweenEntries(
      CoverageQuery query, @Nullable Baseline first, WorkLimit limit) {
    Set<String> codes = new LinkedHashSet<>();
    query.baseline().requirements().forEach(r -> codes.add(r.code()));
    if (first != null) {
      first.requirements().forEach(r -> codes.add(r.code()));
    }
    List<TransactionTimeChanges> recountings =
        codes.stream()
            .map(code -> new TransactionTimeChanges(query, code, first, start, limit))
            .toList();
    for (RecordEvent.EventEffect effect : events) {
      limit.spend(effect.turn().size());
      recountings.forEach(recounting -> recounting.step(effect));
    }
    return recountings.stream().map(r -> r.changes().sustained(query)).toList();
  }

  public List<Changes> betweenEntries(CoverageQuery query, @Nullable Baseline first) {
    return betweenEntries(query, first, WorkLimit.NONE);
  }

  /** What stood on each day of a span: the same steps, day by day. */
  public List<RequirementTimeline> history(CoverageQuery query, DateRange span, WorkLimit limit) {
    List<RequirementTimeline> courses = new ArrayList<>();
    for (Requirement requirement : query.baseline().requirements()) {
      Changes changes = ValidTimeChanges.of(query, requirement, start, span, events, limit);
      SortedMap<LocalDate, Interval> amounts = new TreeMap<>();
      amounts.put(span.from(), changes.before());
      changes.steps().forEach(step -> amounts.put((LocalDate) step.event().at(), step.after()));
      courses.add(RequirementTimeline.of(query, requirement, start, span, amounts));
    }
    return courses;
  }

  public List<RequirementTimeline> history(CoverageQuery query, DateRange span) {
    return history(query, span, WorkLimit.NONE);
  }
}
