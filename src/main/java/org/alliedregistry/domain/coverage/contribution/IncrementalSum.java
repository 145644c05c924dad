package org.alliedregistry.domain.coverage.contribution;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.alliedregistry.domain.pledge.Pledge;
import org.alliedregistry.domain.quantity.Interval;
import org.jspecify.annotations.Nullable;

/**
 * The sum of the amounts of pledges, updated when the amount of one changes. Pledges are summed in
 * groups: a group is a whole with its parts, or a pledge that is neither. A change in one group
 * does not change the sum of another.
 */
public final class IncrementalSum {

  private static final class Group {

    private final PartsOfWhole parts = new PartsOfWhole();
    private @Nullable ContributionAmounts whole;

    public Interval counted() {
      if (whole == null) {
        return parts.countedAlone();
      }
      return parts.isEmpty() ? whole.range() : parts.countedIn(whole);
    }
  }

  private final Map<String, Group> groups = new HashMap<>();
  private final Map<String, ContributionAmounts> amountsOf = new HashMap<>();
  private final IntervalSum total = new IntervalSum();

  /** The id of the group of a pledge: the id of its whole if that is known, else its own. */
  public static String groupOf(Pledge pledge, Predicate<String> isKnown) {
    String whole = pledge.partOf();
    return whole != null && isKnown.test(whole) ? whole : pledge.id();
  }

  /**
   * Sets the amounts of a pledge.
   *
   * @param group the id of its group
   * @param amounts null = it is not counted
   */
  public void put(String group, String pledge, @Nullable ContributionAmounts amounts) {
    ContributionAmounts before =
        amounts == null ? amountsOf.remove(pledge) : amountsOf.put(pledge, amounts);
    if (amounts == null ? before == null : amounts.equals(before)) {
      return;
    }
    Group sum = groups.computeIfAbsent(group, id -> new Group());
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

  /** The sum of one group. */
  public Interval counted(String group) {
    Group sum = groups.get(group);
    return sum == null ? Interval.ZERO : sum.counted();
  }

  public Interval total() {
    return total.total();
  }
}
