package org.alliedregistry.domain.coverage.contribution;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import org.alliedregistry.domain.quantity.Interval;

/**
 * The result of the rules for one pledge, before wholes and parts are put together.
 *
 * @param ended whether a rule ended the count, so that nothing counts
 * @param promisedLow the low of the amount, before an open condition or an unknown lowers it
 * @param boundedByWhole whether only the whole, of which the pledge is a part, limits the high
 *     bound
 * @param open conditions that are open for it and change the count
 */
public record Assessment(
    boolean ended,
    Interval range,
    BigDecimal promisedLow,
    boolean boundedByWhole,
    List<Reason> reasons,
    SortedSet<String> open) {

  static Assessment nothing(List<Reason> reasons) {
    return new Assessment(
        true,
        Interval.ZERO,
        BigDecimal.ZERO,
        false,
        List.copyOf(reasons),
        Collections.emptySortedSet());
  }
}
