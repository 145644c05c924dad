package org.alliedregistry.domain.coverage.contribution;

import java.util.List;
import java.util.SortedSet;
import org.alliedregistry.domain.quantity.Interval;

/**
 * The result of the rules for one pledge, before wholes and parts are put together.
 *
 * @param boundedByWhole whether only the whole, of which the pledge is a part, limits the high
 *     bound
 * @param open conditions that are open for it and change the count
 */
public record Assessment(
    Interval range, boolean boundedByWhole, List<Reason> reasons, SortedSet<String> open) {

  static Assessment nothing(Reason reason) {
    return new Assessment(
        Interval.ZERO, false, List.of(reason), java.util.Collections.emptySortedSet());
  }
}
