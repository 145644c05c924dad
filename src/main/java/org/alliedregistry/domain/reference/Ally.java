package org.alliedregistry.domain.reference;

import java.util.Set;
import java.util.TreeSet;

/** A contributing state (ISO 3166-1 alpha-3) or organisation (a code of the registry's own). */
public record Ally(String code, String name, Kind kind, Set<Membership> memberships) {

  /** What sort of contributor it is. */
  public enum Kind {
    STATE,
    ORGANISATION
  }

  /** What it belongs to, in the order answers show it. */
  public enum Membership {
    NATO,
    EU,
    COALITION
  }

  public Ally {
    memberships = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(memberships));
  }
}
