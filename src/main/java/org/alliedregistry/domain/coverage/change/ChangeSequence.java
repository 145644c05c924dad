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
import org.alliedregistry.domain.coverage.contribution.CountedAndStated;
import org.alliedregistry.domain.coverage.contribution.CoverageQuery;
import org.alliedregistry.domain.coverage.contribution.WorkLimit;
import org.alliedregistry.domain.record.CoverageInput;
import org.jspecify.annotations.Nullable;

/**
 * The events that changed an answer, in order.
 *
 * @param start the input before the first event
 * @param events in order; computed again for each iteration
 */
public record ChangeSequence(CoverageInput start, Iterable<RecordEvent.EventEffect> events) {

  /**
   * The changes between two days by the statements made in between.
   *
   * @param query its own day is ignored
   */
  public List<Changes> betweenDays(CoverageQuery query, DateRange span, WorkLimit limit) {
    return query.baseline().requirements().stream()
        .map(r -> ValidTimeChanges.of(query, r, start, span, events, limit).asked(query))
        .toList();
  }

  public List<Changes> betweenDays(CoverageQuery query, DateRange span) {
    return betweenDays(query, span, WorkLimit.NONE);
  }

  /**
   * The changes between two instants by the entries recorded in between, as of the day of the
   * question.
   *
   * @param first the baseline at the start; null if there was none
   */
  public List<Changes> betweenEntries(
      CoverageQuery query, @Nullable Baseline first, WorkLimit limit) {
    Set<String> codes = new LinkedHashSet<>();
    query.baseline().requirements().forEach(r -> codes.add(r.code()));
    if (first != null) {
      first.requirements().forEach(r -> codes.add(r.code()));
    }
    List<TransactionTimeChanges> counts =
        codes.stream()
            .map(code -> new TransactionTimeChanges(query, code, first, start, limit))
            .toList();
    for (RecordEvent.EventEffect effect : events) {
      limit.spend(effect.change().size());
      counts.forEach(count -> count.step(effect));
    }
    return counts.stream().map(r -> r.changes().asked(query)).toList();
  }

  public List<Changes> betweenEntries(CoverageQuery query, @Nullable Baseline first) {
    return betweenEntries(query, first, WorkLimit.NONE);
  }

  /** The coverage on each day of a range, by the changes on that day. */
  public List<RequirementTimeline> history(CoverageQuery query, DateRange span, WorkLimit limit) {
    List<RequirementTimeline> requirements = new ArrayList<>();
    for (Requirement requirement : query.baseline().requirements()) {
      Changes changes = ValidTimeChanges.of(query, requirement, start, span, events, limit);
      SortedMap<LocalDate, CountedAndStated> amounts = new TreeMap<>();
      amounts.put(span.from(), changes.before());
      changes.steps().forEach(step -> amounts.put((LocalDate) step.event().at(), step.after()));
      requirements.add(RequirementTimeline.of(query, requirement, start, span, amounts));
    }
    return requirements;
  }

  public List<RequirementTimeline> history(CoverageQuery query, DateRange span) {
    return history(query, span, WorkLimit.NONE);
  }
}
