package org.alliedregistry.domain.reference;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A named group of allies, such as the Baltic states.
 *
 * @param allies codes of its allies; at least one
 */
public record AllyGroup(String code, String name, SortedSet<String> allies, Source source) {

  public AllyGroup {
    allies = Collections.unmodifiableSortedSet(new TreeSet<>(allies));
    if (allies.isEmpty()) {
      throw new IllegalArgumentException("a group without allies: " + code);
    }
  }

  public static AllyGroup of(String code, String name, Collection<String> allies, Source source) {
    return new AllyGroup(code, name, new TreeSet<>(allies), source);
  }
}
