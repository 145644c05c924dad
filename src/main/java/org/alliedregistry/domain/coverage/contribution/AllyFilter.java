package org.alliedregistry.domain.coverage.contribution;

import java.util.Collection;
import java.util.Set;

/** Whose pledges are asked about: only these (empty = all), and without those. */
public record AllyFilter(Set<String> only, Set<String> without) {

  public static final AllyFilter EVERYONE = new AllyFilter(Set.of(), Set.of());

  public AllyFilter {
    only = Set.copyOf(only);
    without = Set.copyOf(without);
  }

  /** The same, and without one more. */
  public AllyFilter andWithout(String ally) {
    java.util.Set<String> more = new java.util.HashSet<>(without);
    more.add(ally);
    return new AllyFilter(only, more);
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
