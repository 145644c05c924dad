package org.alliedregistry.domain.coverage;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alliedregistry.domain.pledge.Rung;
import org.alliedregistry.domain.quantity.Interval;

/**
 * The sum of the pledges of one partition for one requirement. The answer is the sum of these.
 *
 * @param stated the count on stated numbers
 * @param underCaveats code → the part of the count under that caveat; no entry is 0
 * @param effects how the count depends on the conditions
 * @param open the conditions that are open and change the count
 * @param conditions all conditions in the terms of the pledges; the subtotal depends on them
 * @param unquantified the lines of the trace without a number
 * @param unconverted the stated amounts that do not convert, by unit
 * @param payers the rows by payer
 */
record Subtotal(
    Interval counted,
    Interval derived,
    Interval stated,
    Map<String, Interval> underCaveats,
    Map<Rung, Interval> byRung,
    List<AllyContribution> rows,
    ConditionEffects effects,
    Set<String> open,
    Set<String> conditions,
    List<TraceLine> unquantified,
    List<UnconvertedAmounts> unconverted,
    List<TraceLine> trace,
    List<AllyContribution> payers) {

  static final Subtotal NOTHING =
      new Subtotal(
          Interval.ZERO,
          Interval.ZERO,
          Interval.ZERO,
          Map.of(),
          Map.of(),
          List.of(),
          ConditionEffects.NONE,
          Set.of(),
          Set.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of());

  boolean dependsOnAny(Set<String> codes) {
    return !Collections.disjoint(conditions, codes);
  }
}
