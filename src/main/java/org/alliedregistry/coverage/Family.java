package org.alliedregistry.coverage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.alliedregistry.pledge.Pledge;
import org.alliedregistry.pledge.Standing;
import org.alliedregistry.quantity.Interval;

/**
 * A whole with its parts, or a pledge that is neither: what has to be counted together, and what
 * nothing outside of it changes. A requirement's count is the sum over its families.
 */
record Family(List<Standing> members) {

  /** The families of some pledges, by the first of each. */
  static Collection<Family> of(Collection<Standing> standings) {
    Map<String, Pledge> pledges = new HashMap<>();
    standings.forEach(s -> pledges.put(s.pledge().id(), s.pledge()));
    Map<String, Family> families = new LinkedHashMap<>();
    for (Standing standing : standings) {
      String root = root(standing.pledge(), pledges::containsKey);
      families.computeIfAbsent(root, id -> new Family(new ArrayList<>())).members.add(standing);
    }
    return families.values();
  }

  /** The id that a family goes by: that of the whole, where it is known. */
  static String root(Pledge pledge, java.util.function.Predicate<String> isKnown) {
    String whole = pledge.partOf();
    return whole != null && isKnown.test(whole) ? whole : pledge.id();
  }

  /** What is counted of it under the rules. */
  Interval counted(Rules rules) {
    return counted(standing -> rules);
  }

  /** The same, each member under rules of its own. */
  Interval counted(Function<Standing, Rules> rules) {
    List<Contribution> contributions = new ArrayList<>(members.size());
    for (Standing standing : members) {
      Rules own = rules.apply(standing);
      if (own.asksAbout(standing)) {
        contributions.add(Contribution.of(standing, own, own.query().rung()));
      }
    }
    return contributions.size() == 1
        ? contributions.get(0).counted().range()
        : Row.sum(Row.of(contributions), Row::counted);
  }

  boolean involves(String ally) {
    return members.stream().anyMatch(s -> s.pledge().allies().contains(ally));
  }

  /** Whether the condition is among the terms of a member. */
  boolean isUnder(String condition) {
    return members.stream().anyMatch(s -> s.terms().conditions().codes().containsKey(condition));
  }
}
