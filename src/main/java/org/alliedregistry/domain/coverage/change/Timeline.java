package org.alliedregistry.domain.coverage.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.alliedregistry.domain.coverage.DateRange;
import org.alliedregistry.domain.coverage.contribution.Contribution;
import org.alliedregistry.domain.coverage.contribution.ContributionRules;
import org.alliedregistry.domain.coverage.contribution.CoverageQuery;
import org.alliedregistry.domain.coverage.contribution.IncrementalSum;
import org.alliedregistry.domain.coverage.contribution.PledgeStates;
import org.alliedregistry.domain.coverage.contribution.WorkLimit;
import org.alliedregistry.domain.pledge.PledgeState;
import org.alliedregistry.domain.pledge.Terms;
import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.domain.record.CoverageInput;
import org.alliedregistry.domain.reference.ConditionStates;

/**
 * Who is there when: coverage on every day of a span, by the terms that stand at one viewpoint.
 * Each pledge is counted again on its own days only, so the sum is swept over those, never sampled.
 */
public record Timeline(CoverageQuery query, DateRange span, List<RequirementTimeline> courses) {

  public static Timeline of(CoverageQuery query, DateRange span, CoverageInput landscape) {
    return of(query, span, landscape, WorkLimit.NONE);
  }

  /**
   * @param query without a day of its own
   */
  public static Timeline of(
      CoverageQuery query, DateRange span, CoverageInput landscape, WorkLimit limit) {
    ConditionStates book =
        ConditionStates.of(landscape.conditions(), query.view(), query.assumptions());
    List<RequirementTimeline> courses =
        query.baseline().requirements().stream()
            .map(requirement -> new ContributionRules(query, requirement, book, limit))
            .map(rules -> course(rules, span, landscape))
            .toList();
    return new Timeline(query, span, courses);
  }

  private static RequirementTimeline course(
      ContributionRules rules, DateRange span, CoverageInput landscape) {
    CoverageQuery query = rules.query();
    Map<String, PledgeState> standings = new HashMap<>();
    SortedMap<LocalDate, List<PledgeState>> days = new TreeMap<>();
    days.put(span.from(), new ArrayList<>());
    for (PledgeState standing : PledgeStates.of(landscape, rules)) {
      standings.put(standing.pledge().id(), standing);
      for (LocalDate day : daysOf(standing, span)) {
        days.computeIfAbsent(day, d -> new ArrayList<>()).add(standing);
      }
    }
    IncrementalSum sum = new IncrementalSum();
    SortedMap<LocalDate, Interval> amounts = new TreeMap<>();
    days.forEach(
        (day, changing) -> {
          ContributionRules then = rules.availableOn(day);
          for (PledgeState standing : changing) {
            String family = IncrementalSum.family(standing.pledge(), standings::containsKey);
            sum.put(family, standing.pledge().id(), Contribution.counted(standing, then));
          }
          amounts.put(day, sum.total());
        });
    return RequirementTimeline.of(query, rules.requirement(), landscape, span, amounts);
  }

  /** The first day, and those on which it comes or is gone. */
  private static List<LocalDate> daysOf(PledgeState standing, DateRange span) {
    List<LocalDate> days = new ArrayList<>(List.of(span.from()));
    Terms terms = standing.terms();
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
