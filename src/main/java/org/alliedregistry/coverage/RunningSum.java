package org.alliedregistry.coverage;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.alliedregistry.pledge.Pledge;
import org.alliedregistry.quantity.Interval;
import org.jspecify.annotations.Nullable;

/**
 * The sum over some families while what each pledge brings changes. A family is a whole with its
 * parts, or a pledge that is neither: what has to be counted together, and what nothing outside of
 * it changes.
 */
final class RunningSum {

  private static final class Family {

    private final PartsOfWhole parts = new PartsOfWhole();
    private @Nullable Amounts whole;

    Interval counted() {
      if (whole == null) {
        return parts.countedAlone();
      }
      return parts.isEmpty() ? whole.range() : parts.countedIn(whole);
    }
  }

  private final Map<String, Family> families = new HashMap<>();
  private final Map<String, Amounts> brought = new HashMap<>();
  private final Tally total = new Tally();

  /** The id that a family goes by: that of the whole, where it is known. */
  static String family(Pledge pledge, Predicate<String> isKnown) {
    String whole = pledge.partOf();
    return whole != null && isKnown.test(whole) ? whole : pledge.id();
  }

  /**
   * From now on a pledge brings this.
   *
   * @param family that it is in
   * @param amounts null where it is not counted at all
   */
  void put(String family, String pledge, @Nullable Amounts amounts) {
    Amounts before = amounts == null ? brought.remove(pledge) : brought.put(pledge, amounts);
    if (amounts == null ? before == null : amounts.equals(before)) {
      return;
    }
    Family sum = families.computeIfAbsent(family, id -> new Family());
    total.remove(sum.counted());
    if (pledge.equals(family)) {
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

  /** What one family counts to. */
  Interval counted(String family) {
    Family sum = families.get(family);
    return sum == null ? Interval.ZERO : sum.counted();
  }

  Interval total() {
    return total.total();
  }
}
