package org.alliedregistry.coverage;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.alliedregistry.baseline.Requirement;
import org.alliedregistry.pledge.Standing;
import org.alliedregistry.pledge.Terms;
import org.alliedregistry.quantity.Interval;
import org.alliedregistry.reference.ConditionBook;

/**
 * Who is there when: coverage on every day of a span, by the terms that stand at one viewpoint.
 * Each family changes on its members' own days only, so the sum is swept over those, never sampled.
 */
public record Timeline(CoverageQuery query, Span span, List<Course> courses) {

  /**
   * @param query without a day of its own
   */
  public static Timeline of(CoverageQuery query, Span span, Landscape landscape) {
    ConditionBook book =
        ConditionBook.of(landscape.conditions(), query.view(), query.assumptions());
    List<Course> courses =
        query.baseline().requirements().stream()
            .map(requirement -> course(query, span, requirement, landscape, book))
            .toList();
    return new Timeline(query, span, courses);
  }

  private static Course course(
      CoverageQuery query,
      Span span,
      Requirement requirement,
      Landscape landscape,
      ConditionBook book) {
    Rules rules = new Rules(query, requirement, book);
    List<Standing> standings =
        landscape.standings(
            requirement.capability(),
            query.view(),
            landscape.accountOf(requirement, query.baseline()));
    SortedMap<LocalDate, Tally> changes = new TreeMap<>();
    changes.put(span.from(), new Tally());
    for (Family family : Family.of(standings)) {
      Interval before = Interval.ZERO;
      for (LocalDate day : days(family, span)) {
        Interval counted = family.counted(rules.availableOn(day));
        if (!counted.equals(before)) {
          Tally change = changes.computeIfAbsent(day, d -> new Tally());
          change.remove(before);
          change.add(counted);
          before = counted;
        }
      }
    }
    SortedMap<LocalDate, Interval> amounts = new TreeMap<>();
    Tally there = new Tally();
    changes.forEach(
        (day, change) -> {
          there.add(change);
          amounts.put(day, there.total());
        });
    return Course.of(query, requirement, landscape, span, amounts);
  }

  /** The first day, and those on which a member of the family comes or is gone. */
  private static SortedSet<LocalDate> days(Family family, Span span) {
    SortedSet<LocalDate> days = new TreeSet<>();
    days.add(span.from());
    for (Standing standing : family.members()) {
      Terms terms = standing.terms();
      LocalDate from = terms.availableFrom().value();
      LocalDate until = terms.availableUntil().value();
      if (from != null && span.beginsBefore(from)) {
        days.add(from);
      }
      if (until != null && span.beginsBefore(until.plusDays(1))) {
        days.add(until.plusDays(1));
      }
    }
    return days;
  }
}
