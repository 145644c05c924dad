package org.alliedregistry.domain.coverage.contribution;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.alliedregistry.domain.pledge.Pledge;
import org.alliedregistry.domain.quantity.Interval;
import org.jspecify.annotations.Nullable;

/**
 * The sum over pledge groups while the amounts of pledges change. A group is a whole with its
 * parts, or a pledge that is neither: what has to be counted together, and what nothing outside of
 * it changes.
 */
public final class IncrementalSum {

  private static final class Family {

    private final PartsOfWhole parts = new PartsOfWhole();
    private @Nullable ContributionAmounts whole;

    public Interval counted() {
      if (whole == null) {
        return parts.countedAlone();
      }
      return parts.isEmpty() ? whole.range() : parts.countedIn(whole);
    }
  }

  private final Map<String, Family> groups = new HashMap<>();
  private final Map<String, ContributionAmounts> brought = new HashMap<>();
  private final IntervalSum total = new IntervalSum();

  /** The id of a group: that of the whole, where it is known. */
  public static String family(Pledge pledge, Predicate<String> isKnown) {
    String whole = pledge.partOf();
    return whole != null && isKnown.test(whole) ? whole : pledge.id();
  }

  /**
   * From now on a pledge brings this.
   *
   * @param group that it is in
   * @param amounts null where it is not counted at all
   */
  public void put(String group, String pledge, @Nullable ContributionAmounts amounts) {
    ContributionAmounts before =
        amounts == null ? brought.remove(pledge) : brought.put(pledge, amounts);
    if (amounts == null ? before == null : amounts.equals(before)) {
      return;
    }
    Family sum = groups.computeIfAbsent(group, id -> new Family());
    total.remove(sum.counted());
    if (pledge.equals(group)) {
      sum.whole = amounts;
    } else {
      if (before != null) {
        sum.parts.remove(before);
      }
      if (amounts != null) {
        sum.parts.add(amounts);
      }
    }
    total.add(sum.counted());
  }

  /** What one group counts to. */
  public Interval counted(String group) {
    Family sum = groups.get(group);
    return sum == null ? Interval.ZERO : sum.counted();
  }

  public Interval total() {
    return total.total();
  }
}
