package org.alliedregistry.domain.coverage.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.alliedregistry.domain.baseline.Baseline;
import org.alliedregistry.domain.baseline.BaselineLine;
import org.alliedregistry.domain.baseline.Milestone;
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

  /** The changes of every line of a baseline, in its order; then of those that it no longer has. */
  public record OfBaseline(List<Changes> requirements, List<MilestoneChanges> milestones) {}

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

  /** The same for requirements and milestones. */
  public OfBaseline ofBaseline(CoverageQuery query, DateRange span, WorkLimit limit) {
    return new OfBaseline(
        betweenDays(query, span, limit), milestonesBetweenDays(query, span, limit));
  }

  private List<MilestoneChanges> milestonesBetweenDays(
      CoverageQuery query, DateRange span, WorkLimit limit) {
    Baseline baseline = query.baseline();
    Set<String> codes = codes(baseline.milestones());
    if (codes.isEmpty()) {
      return List.of();
    }
    MilestoneVerdicts verdicts =
        new MilestoneVerdicts(query.validAt(span.to()), codes, baseline, start, limit);
    events.forEach(verdicts::step);
    return verdicts.changes();
  }

  private static Set<String> codes(Collection<? extends BaselineLine> lines) {
    Set<String> codes = new LinkedHashSet<>();
    lines.forEach(line -> codes.add(line.code()));
    return codes;
  }

  /** The codes of the lines now, then of those of an earlier baseline that no line has now. */
  private static Set<String> codes(
      Collection<? extends BaselineLine> now,
      Baseline last,
      Collection<? extends BaselineLine> earlier) {
    Set<String> codes = codes(now);
    Set<String> ofOtherLines = codes(last.lines());
    codes(earlier).stream().filter(code -> !ofOtherLines.contains(code)).forEach(codes::add);
    return codes;
  }

  /**
   * The changes between two instants by the entries recorded in between, as of the day of the
   * question.
   *
   * @param first the baseline at the start; null if there was none
   */
  public OfBaseline betweenEntries(CoverageQuery query, @Nullable Baseline first, WorkLimit limit) {
    Baseline last = query.baseline();
    List<Requirement> requirements = first == null ? List.of() : first.requirements();
    List<Milestone> milestones = first == null ? List.of() : first.milestones();
    List<TransactionTimeChanges> counts =
        codes(last.requirements(), last, requirements).stream()
            .map(code -> new TransactionTimeChanges(query, code, first, start, limit))
            .toList();
    MilestoneVerdicts verdicts =
        new MilestoneVerdicts(
            query, codes(last.milestones(), last, milestones), first, start, limit);
    for (RecordEvent.EventEffect effect : events) {
      limit.spend(effect.change().size());
      counts.forEach(count -> count.step(effect));
      verdicts.step(effect);
    }
    return new OfBaseline(
        counts.stream().map(r -> r.changes().asked(query)).toList(), verdicts.changes());
  }

  public List<Changes> betweenEntries(CoverageQuery query, @Nullable Baseline first) {
    return betweenEntries(query, first, WorkLimit.NONE).requirements();
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

  /** The same for the milestones of the baseline. */
  public List<MilestoneTimeline> milestoneHistory(
      CoverageQuery query, DateRange span, WorkLimit limit) {
    Map<String, MilestoneChanges> changes = new HashMap<>();
    milestonesBetweenDays(query, span, limit).forEach(c -> changes.put(c.code(), c));
    return query.baseline().milestones().stream()
        .map(m -> MilestoneTimeline.of(m, Objects.requireNonNull(changes.get(m.code())), span))
        .toList();
  }
}
