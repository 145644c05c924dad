package org.alliedregistry.domain.coverage.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.alliedregistry.domain.baseline.Milestone;
import org.alliedregistry.domain.coverage.DateRange;
import org.alliedregistry.domain.coverage.MilestoneCoverage;
import org.alliedregistry.domain.coverage.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The verdict on one milestone on each day of a range.
 *
 * @param segments one per change, in order, without gap or overlap; neighbours differ
 */
public record MilestoneTimeline(Milestone milestone, List<Segment> segments) {

  /** A range of days with one verdict. */
  public record Segment(DateRange days, Verdict verdict) {}

  /** One verdict on all days. */
  static MilestoneTimeline of(MilestoneCoverage coverage, DateRange span) {
    return new MilestoneTimeline(
        coverage.milestone(), List.of(new Segment(span, coverage.verdict())));
  }

  /** The verdict from each day on, by the changes between the days of a range. */
  static MilestoneTimeline of(Milestone milestone, MilestoneChanges changes, DateRange span) {
    SortedMap<LocalDate, Verdict> verdicts = new TreeMap<>();
    put(verdicts, span.from(), changes.before());
    changes.steps().forEach(step -> put(verdicts, (LocalDate) step.event().at(), step.after()));
    List<Segment> segments = new ArrayList<>();
    for (Map.Entry<LocalDate, Verdict> each : verdicts.entrySet()) {
      int last = segments.size() - 1;
      if (last < 0 || segments.get(last).verdict() != each.getValue()) {
        if (last >= 0) {
          Segment before = segments.get(last);
          DateRange days = new DateRange(before.days().from(), each.getKey().minusDays(1));
          segments.set(last, new Segment(days, before.verdict()));
        }
        segments.add(new Segment(new DateRange(each.getKey(), span.to()), each.getValue()));
      }
    }
    return new MilestoneTimeline(milestone, List.copyOf(segments));
  }

  private static void put(
      SortedMap<LocalDate, Verdict> verdicts, LocalDate day, @Nullable Verdict verdict) {
    if (verdict != null) {
      verdicts.put(day, verdict);
    }
  }

  /** The days on which the milestone is not met. Neighbours differ, so none need merging. */
  public List<DateRange> uncovered() {
    return segments.stream()
        .filter(segment -> segment.verdict() == Verdict.NOT_MET)
        .map(Segment::days)
        .toList();
  }
}
