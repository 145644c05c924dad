package org.alliedregistry.domain.coverage.contribution;

import java.util.List;
import java.util.SortedSet;
import org.alliedregistry.domain.quantity.Interval;

/**
 * What one pledge comes to under the rules, before wholes and parts are put together.
 *
 * @param lent whether its high is only the whole's, in which it lies
 * @param open conditions that are open for it and still matter
 */
public record Assessment(
    Interval range, boolean lent, List<Reason> reasons, SortedSet<String> open) {

  static Assessment nothing(Reason why) {
    return new Assessment(
        Interval.ZERO, false, List.of(why), java.util.Collections.emptySortedSet());
  }
}
