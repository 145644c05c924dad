package org.alliedregistry.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.alliedregistry.pledge.Standing;
import org.alliedregistry.pledge.Terms;
import org.alliedregistry.quantity.Interval;
import org.alliedregistry.reference.ConditionBook;

/**
 * Who is there when: coverage on every day of a span, by the terms that stand at one viewpoint.
 * Each pledge is counted again on its own days only, so the sum is swept over those, never sampled.
 */
public record Timeline(CoverageQuery query, Span span, List<Course> courses) {

  public static Timeline of(CoverageQuery query, Span span, Landscape landscape) {
    return of(query, span, landscape, WorkLimit.NONE);
  }

  /**
   * @param query without a day of its own
   */
  public static Timeline of(CoverageQuery query, Span span, Landscape landscape, WorkLimit limit) {
    ConditionBook book =
        ConditionBook.of(landscape.conditions(), query.view(), query.assumptions());
    List<Course> courses =
        query.baseline().requirements().stream()
            .map(requirement -> new Rules(query, requirement, book, limit))
            .map(rules -> course(rules, span, landscape))
            .toList();
    return new Timeline(query, span, courses);
  }

  private static Course course(Rules rules, Span span, Landscape landscape) {
    CoverageQuery query = rules.query();
    Map<String, Standing> standings = new HashMap<>();
    SortedMap<LocalDate, List<Standing>> days = new TreeMap<>();
    days.put(span.from(), new ArrayList<>());
    for (Standing standing : PledgeStates.of(landscape, rules)) {
      standings.put(standing.pledge().id(), standing);
      for (LocalDate day : daysOf(standing, span)) {
        days.computeIfAbsent(day, d -> new ArrayList<>()).add(standing);
      }
    }
    RunningSum sum = new RunningSum();
    SortedMap<LocalDate, Interval> amounts = new TreeMap<>();
    days.forEach(
        (day, changing) -> {
          Rules then = rules.availableOn(day);
          for (Standing standing : changing) {
            String family = RunningSum.family(standing.pledge(), standings::containsKey);
            sum.put(family, standing.pledge().id(), Contribution.counted(standing, then));
          }
          amounts.put(day, sum.total());
        });
    return Course.of(query, rules.requirement(), landscape, span, amounts);
  }

  /** The first day, and those on which it comes or is gone. */
  private static List<LocalDate> daysOf(Standing standing, Span span) {
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
