package org.alliedregistry.domain.coverage;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alliedregistry.domain.pledge.Rung;
import org.alliedregistry.domain.quantity.Interval;

/**
 * What the pledge groups of one partition add to a requirement. The answer is the sum of these.
 *
 * @param stated the count on stated numbers
 * @param gains code → what the count's low gains if that condition were met for all; those that
 *     gain nothing are left out
 * @param open the conditions that are open and still matter
 * @param conditions all among the terms: what it depends on besides the pledges
 * @param unquantified those of the trace that are no number
 */
record Subtotal(
    Interval counted,
    Interval derived,
    Interval stated,
    Map<Rung, Interval> byRung,
    List<AllyContribution> rows,
    Map<String, BigDecimal> gains,
    Set<String> open,
    Set<String> conditions,
    List<TraceLine> unquantified,
    List<TraceLine> trace) {

  static final Subtotal NOTHING =
      new Subtotal(
          Interval.ZERO,
          Interval.ZERO,
          Interval.ZERO,
          Map.of(),
          List.of(),
          Map.of(),
          Set.of(),
          Set.of(),
          List.of(),
          List.of());

  /** The same without what only an explanation needs: that is most of it. */
  Subtotal unexplained() {
    return trace.isEmpty()
        ? this
        : new Subtotal(
            counted,
            derived,
            stated,
            byRung,
            rows,
            gains,
            open,
            conditions,
            unquantified,
            List.of());
  }

  boolean dependsOnAny(Set<String> codes) {
    return !Collections.disjoint(conditions, codes);
  }
}
