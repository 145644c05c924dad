package org.alliedregistry.domain.coverage.change;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.alliedregistry.domain.baseline.Requirement;
import org.alliedregistry.domain.coverage.DateRange;
import org.alliedregistry.domain.coverage.Score;
import org.alliedregistry.domain.coverage.Verdict;
import org.alliedregistry.domain.coverage.contribution.CountedAndStated;
import org.alliedregistry.domain.coverage.contribution.CoverageQuery;
import org.alliedregistry.domain.quantity.Exact;
import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.domain.record.CoverageInput;
import org.jspecify.annotations.Nullable;

/**
 * The coverage of one requirement on each day of a range (docs/arithmetic.md, 7).
 *
 * @param requiredInAccount the required amount in the unit of account; null if none is required
 * @param segments one per change, in order, without gap or overlap; neighbours differ
 */
public record RequirementTimeline(
    Requirement requirement,
    String unitOfAccount,
    @Nullable BigDecimal requiredInAccount,
    List<Segment> segments) {

  /**
   * A range of days with one score.
   *
   * @param stated the count on stated numbers, after the rotation
   */
  public record Segment(DateRange days, Score score, Interval stated) {

    private boolean sameAs(Segment other) {
      return score.equals(other.score) && stated.equals(other.stated);
    }

    private Segment until(LocalDate last) {
      return new Segment(new DateRange(days.from(), last), score, stated);
    }
  }

  /**
   * @param amounts the amount from each day on, the first day of the range among them
   */
  static RequirementTimeline of(
      CoverageQuery query,
      Requirement requirement,
      CoverageInput input,
      DateRange span,
      SortedMap<LocalDate, CountedAndStated> amounts) {
    BigDecimal required =
        query
            .baseline()
            .requiredInAccount(requirement, input.capabilityOf(requirement))
            .orElse(null);
    List<Segment> segments = new ArrayList<>();
    amounts.forEach(
        (day, amount) ->
            append(
                segments,
                new Segment(
                    new DateRange(day, span.to()),
                    Score.of(amount.counted(), required, query.rotation()),
                    query.afterRotation(amount.stated()))));
    return new RequirementTimeline(
        requirement,
        input.capabilityOf(requirement).unitOfAccount(),
        required,
        List.copyOf(segments));
  }

  /** Ends the last segment and begins the next, unless both have the same amounts. */
  private static void append(List<Segment> segments, Segment next) {
    int last = segments.size() - 1;
    if (last >= 0) {
      if (segments.get(last).sameAs(next)) {
        return;
      }
      segments.set(last, segments.get(last).until(next.days().from().minusDays(1)));
    }
    segments.add(next);
  }

  /** The days on which the requirement is not met; neighbours are merged. */
  public List<DateRange> uncovered() {
    List<DateRange> uncovered = new ArrayList<>();
    for (Segment segment : segments) {
      if (segment.score().verdict() == Verdict.NOT_MET) {
        int last = uncovered.size() - 1;
        if (last >= 0 && uncovered.get(last).to().plusDays(1).equals(segment.days().from())) {
          uncovered.set(last, new DateRange(uncovered.get(last).from(), segment.days().to()));
        } else {
          uncovered.add(segment.days());
        }
      }
    }
    return uncovered;
  }

  /**
   * The share of the days on which the requirement is certainly met, and on which it is possibly
   * met; four decimals, truncated. Null if no amount is required.
   */
  public @Nullable Interval coveredShare() {
    if (requiredInAccount == null) {
      return null;
    }
    long all = 0;
    long met = 0;
    long possibly = 0;
    for (Segment segment : segments) {
      long days = segment.days().days();
      Verdict verdict = segment.score().verdict();
      all += days;
      met += verdict == Verdict.MET ? days : 0;
      possibly += verdict == Verdict.NOT_MET ? 0 : days;
    }
    return new Interval(share(met, all), share(possibly, all));
  }

  private static BigDecimal share(long days, long of) {
    return Exact.ratio(BigDecimal.valueOf(days), BigDecimal.valueOf(of));
  }
}
