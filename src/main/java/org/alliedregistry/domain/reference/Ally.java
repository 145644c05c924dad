package org.alliedregistry.domain.reference;

import java.util.Set;
import java.util.TreeSet;

/** A contributing state (ISO 3166-1 alpha-3) or organisation (a code of the registry's own). */
public record Ally(String code, String name, Kind kind, Set<Membership> memberships) {

  /** The kind of contributor. */
  public enum Kind {
    STATE,
    ORGANISATION
  }

  /** The organisations that an ally can belong to, in the order of answers. */
  public enum Membership {
    NATO,
    EU,
    COALITION
  }

  public Ally {
    memberships = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(memberships));
  }
}
