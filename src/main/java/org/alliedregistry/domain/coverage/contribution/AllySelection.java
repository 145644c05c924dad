package org.alliedregistry.domain.coverage.contribution;

import java.util.Collection;
import java.util.List;
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

  /** Whether the question is about all allies. */
  boolean isEveryone() {
    return only.isEmpty() && without.isEmpty();
  }

  public boolean keeps(String ally) {
    return (only.isEmpty() || only.contains(ally)) && !without.contains(ally);
  }

  /** The allies of a pledge that the question is about, sorted. */
  public List<String> kept(Collection<String> allies) {
    return allies.stream().filter(this::keeps).sorted().toList();
  }

  boolean keepsAny(Collection<String> allies) {
    return allies.stream().anyMatch(this::keeps);
  }

  public boolean keepsAll(Collection<String> allies) {
    return isEveryone() || allies.stream().allMatch(this::keeps);
  }
}
