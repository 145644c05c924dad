package org.alliedregistry.domain.coverage.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.alliedregistry.domain.coverage.DateRange;
import org.alliedregistry.domain.coverage.MilestoneCoverage;
import org.alliedregistry.domain.coverage.contribution.Contribution;
import org.alliedregistry.domain.coverage.contribution.ContributionRules;
import org.alliedregistry.domain.coverage.contribution.ContributionSum;
import org.alliedregistry.domain.coverage.contribution.CountedAndStated;
import org.alliedregistry.domain.coverage.contribution.CoverageQuery;
import org.alliedregistry.domain.coverage.contribution.IncrementalSum;
import org.alliedregistry.domain.coverage.contribution.PledgeStates;
import org.alliedregistry.domain.coverage.contribution.WorkLimit;
import org.alliedregistry.domain.pledge.PledgeState;
import org.alliedregistry.domain.pledge.Terms;
import org.alliedregistry.domain.record.CoverageInput;
import org.alliedregistry.domain.reference.ConditionStates;

/**
 * The coverage on each day of a range, by the terms as of one day. A pledge is counted again only
 * on the days on which it becomes available or ends. A milestone has one verdict on all days.
 */
public record Timeline(
    CoverageQuery query,
    DateRange span,
    List<RequirementTimeline> requirements,
    List<MilestoneTimeline> milestones) {

  public static Timeline of(CoverageQuery query, DateRange span, CoverageInput input) {
    return of(query, span, input, WorkLimit.NONE);
  }

  /**
   * @param query without {@code availableOn}
   */
  public static Timeline of(
      CoverageQuery query, DateRange span, CoverageInput input, WorkLimit limit) {
    ConditionStates conditions =
        ConditionStates.of(input.conditions(), query.view(), query.assumptions());
    List<RequirementTimeline> requirements =
        query.baseline().requirements().stream()
            .map(requirement -> new ContributionRules(query, requirement, conditions, limit))
            .map(rules -> timeline(rules, span, input))
            .toList();
    List<MilestoneTimeline> milestones =
        MilestoneCoverage.of(query, input).stream()
            .map(coverage -> MilestoneTimeline.of(coverage, span))
            .toList();
    return new Timeline(query, span, requirements, milestones);
  }

  /** A requirement per year is counted in each calendar year of the range for itself. */
  private static RequirementTimeline timeline(
      ContributionRules rules, DateRange span, CoverageInput input) {
    List<DateRange> ranges = rules.requirement().isPerYear() ? span.calendarYears() : List.of(span);
    SortedMap<LocalDate, CountedAndStated> amounts = new TreeMap<>();
    for (DateRange range : ranges) {
      amounts.putAll(amounts(rules.availableOn(range.from()), range, input));
    }
    return RequirementTimeline.of(rules.query(), rules.requirement(), input, span, amounts);
  }

  /** The amount from each day on, the first day of the range among them. */
  private static SortedMap<LocalDate, CountedAndStated> amounts(
      ContributionRules rules, DateRange span, CoverageInput input) {
    Map<String, PledgeState> states = new HashMap<>();
    SortedMap<LocalDate, List<PledgeState>> days = new TreeMap<>();
    days.put(span.from(), new ArrayList<>());
    for (PledgeState state : PledgeStates.of(input, rules)) {
      states.put(state.pledge().id(), state);
      for (LocalDate day : daysOf(state, span)) {
        days.computeIfAbsent(day, d -> new ArrayList<>()).add(state);
      }
    }
    ContributionSum sum = new ContributionSum();
    SortedMap<LocalDate, CountedAndStated> amounts = new TreeMap<>();
    days.forEach(
        (day, changing) -> {
          ContributionRules then = rules.availableOn(day);
          for (PledgeState state : changing) {
            String group = IncrementalSum.groupOf(state.pledge(), states::containsKey);
            sum.put(group, state.pledge().id(), Contribution.asked(state, then));
          }
          amounts.put(day, sum.total());
        });
    return amounts;
  }

  /** The first day of the range, and the days on which a pledge becomes available or has ended. */
  private static List<LocalDate> daysOf(PledgeState state, DateRange span) {
    List<LocalDate> days = new ArrayList<>(List.of(span.from()));
    Terms terms = state.terms();
    LocalDate from = terms.availableFrom().value();
    LocalDate until = terms.availableUntil().value();
    if (from != null && span.beginsBefore(from)) {
      days.add(from);
    }
    if (until != null && span.beginsBefore(until.plusDays(1))) {
      days.add(until.plusDays(1));
    }
    return days;
  }
}
