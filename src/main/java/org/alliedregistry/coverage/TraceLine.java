package org.alliedregistry.coverage;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.alliedregistry.pledge.Standing;
import org.alliedregistry.quantity.Interval;
import org.alliedregistry.reference.Condition.State;
import org.alliedregistry.reference.ConditionBook;

/**
 * Why one pledge counts for what it counts.
 *
 * @param conditions where each of its conditions stands for its allies, under the question's
 *     assumptions
 */
public record TraceLine(
    Rank rank,
    Standing standing,
    Interval counted,
    List<Reason> reasons,
    SortedMap<String, State> conditions) {

  static TraceLine of(Contribution contribution, ConditionBook book) {
    Standing standing = contribution.standing();
    SortedMap<String, State> states = new TreeMap<>();
    for (String code : standing.terms().conditions().codes().keySet()) {
      states.put(code, book.state(code, standing.pledge().allies()));
    }
    return new TraceLine(
        Rank.of(standing),
        standing,
        contribution.counted().range(),
        contribution.assessment().reasons(),
        states);
  }

  boolean isUnquantified() {
    return reasons.contains(Reason.UNQUANTIFIED) || reasons.contains(Reason.NO_PLANNING_FACTOR);
  }
}
