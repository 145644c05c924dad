package org.alliedregistry.domain.coverage.contribution;

import java.util.Collection;
import java.util.Set;

/**
 * The allies that a question is about.
 *
 * @param only these allies; empty = all
 * @param without these allies are left out
 */
public record AllySelection(Set<String> only, Set<String> without) {

  public static final AllySelection EVERYONE = new AllySelection(Set.of(), Set.of());

  public AllySelection {
    only = Set.copyOf(only);
    without = Set.copyOf(without);
  }

  /** Leaves out one more ally. */
  public AllySelection andWithout(String ally) {
    java.util.Set<String> more = new java.util.HashSet<>(without);
    more.add(ally);
    return new AllySelection(only, more);
  }

  public boolean keeps(String ally) {
    return (only.isEmpty() || only.contains(ally)) && !without.contains(ally);
  }

  boolean keepsAny(Collection<String> allies) {
    return allies.stream().anyMatch(this::keeps);
  }

  boolean keepsAll(Collection<String> allies) {
    return allies.stream().allMatch(this::keeps);
  }
}
