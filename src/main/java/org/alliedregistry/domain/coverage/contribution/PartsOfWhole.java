package org.alliedregistry.domain.coverage.contribution;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.alliedregistry.domain.quantity.Interval;
import org.jspecify.annotations.Nullable;

/**
 * Counts the parts of a whole: they count once, inside it (docs/arithmetic.md, 4). The low bound is
 * the greater of the whole and the sum of the parts. The high bound is the greatest of the whole,
 * the sum of the highs that the parts state themselves, and each high that only the whole limits.
 *
 * <p>Parts can be added and removed. One change takes the same time for two parts and for two
 * thousand.
 */
final class PartsOfWhole {

  private final IntervalSum ranges = new IntervalSum();
  private final IntervalSum ownHighs = new IntervalSum();
  private final SortedMap<BigDecimal, Integer> highsBoundedByWhole = new TreeMap<>();
  private int unboundedWithinWhole;
  private int parts;

  static Interval counted(ContributionAmounts whole, List<ContributionAmounts> parts) {
    PartsOfWhole sums = new PartsOfWhole();
    parts.forEach(sums::add);
    return sums.countedIn(whole);
  }

  void add(ContributionAmounts part) {
    parts++;
    ranges.add(part.range());
    ownHighs.add(BigDecimal.ZERO, part.ownHigh());
    if (part.boundedByWhole()) {
      addBounded(part.range().high(), 1);
    }
  }

  void remove(ContributionAmounts part) {
    parts--;
    ranges.remove(part.range());
    ownHighs.remove(BigDecimal.ZERO, part.ownHigh());
    if (part.boundedByWhole()) {
      addBounded(part.range().high(), -1);
    }
  }

  private void addBounded(@Nullable BigDecimal high, int times) {
    if (high == null) {
      unboundedWithinWhole += times;
    } else {
      highsBoundedByWhole.merge(high, times, (had, more) -> had + more == 0 ? null : had + more);
    }
  }

  boolean isEmpty() {
    return parts == 0;
  }

  /** The sum of the parts if their whole is not counted. */
  Interval countedAlone() {
    return ranges.total();
  }

  Interval countedIn(ContributionAmounts whole) {
    BigDecimal low = ranges.total().low();
    BigDecimal high = Interval.greaterHigh(ownHighs.total().high(), greatestBoundedByWhole());
    high = Interval.greaterHigh(high, whole.range().high());
    return new Interval(whole.range().low().max(low), high == null ? null : high.max(low));
  }

  private @Nullable BigDecimal greatestBoundedByWhole() {
    if (unboundedWithinWhole > 0) {
      return null;
    }
    return highsBoundedByWhole.isEmpty() ? BigDecimal.ZERO : highsBoundedByWhole.lastKey();
  }
}
