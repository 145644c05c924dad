package org.alliedregistry.domain.coverage.contribution;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.alliedregistry.domain.quantity.Interval;
import org.jspecify.annotations.Nullable;

/**
 * The rule for parts of a whole: they count once, inside it. Certain is the greater of the whole
 * and the sum of the parts; possible is the greatest of the whole, the sum of what the parts bound
 * by their own word, and each part that only lies within the whole (docs/arithmetic.md, 4).
 *
 * <p>The sums are kept while parts come and go, so that one part costs the same among two and among
 * two thousand.
 */
final class PartsOfWhole {

  private final IntervalSum ranges = new IntervalSum();
  private final IntervalSum ownHighs = new IntervalSum();
  private final SortedMap<BigDecimal, Integer> lentHighs = new TreeMap<>();
  private int lentWithoutHigh;
  private int parts;

  static Interval counted(ContributionAmounts whole, List<ContributionAmounts> parts) {
    PartsOfWhole inside = new PartsOfWhole();
    parts.forEach(inside::add);
    return inside.countedIn(whole);
  }

  void add(ContributionAmounts part) {
    parts++;
    ranges.add(part.range());
    ownHighs.add(BigDecimal.ZERO, part.ownHigh());
    if (part.lent()) {
      lend(part.range().high(), 1);
    }
  }

  void remove(ContributionAmounts part) {
    parts--;
    ranges.remove(part.range());
    ownHighs.remove(BigDecimal.ZERO, part.ownHigh());
    if (part.lent()) {
      lend(part.range().high(), -1);
    }
  }

  private void lend(@Nullable BigDecimal high, int times) {
    if (high == null) {
      lentWithoutHigh += times;
    } else {
      lentHighs.merge(high, times, (had, more) -> had + more == 0 ? null : had + more);
    }
  }

  boolean isEmpty() {
    return parts == 0;
  }

  /** What the parts add up to where their whole is not counted. */
  Interval countedAlone() {
    return ranges.total();
  }

  Interval countedIn(ContributionAmounts whole) {
    BigDecimal low = ranges.total().low();
    BigDecimal high = Interval.greaterHigh(ownHighs.total().high(), greatestLent());
    high = Interval.greaterHigh(high, whole.range().high());
    return new Interval(whole.range().low().max(low), high == null ? null : high.max(low));
  }

  private @Nullable BigDecimal greatestLent() {
    if (lentWithoutHigh > 0) {
      return null;
    }
    return lentHighs.isEmpty() ? BigDecimal.ZERO : lentHighs.lastKey();
  }
}
