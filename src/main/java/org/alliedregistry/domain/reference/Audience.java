package org.alliedregistry.domain.reference;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Whose eyes the registry is seen with.
 *
 * @param ally the code of the ally, only where the reach is that of an ally
 */
public record Audience(Reach reach, @Nullable String ally) {

  /** How far somebody may see, the least first. */
  public enum Reach {
    PUBLIC,
    COALITION,
    ALLY,
    SECRETARIAT
  }

  public static final Audience PUBLIC = new Audience(Reach.PUBLIC, null);
  public static final Audience COALITION = new Audience(Reach.COALITION, null);
  public static final Audience SECRETARIAT = new Audience(Reach.SECRETARIAT, null);

  /** What an ally sees: what is for the coalition, and what is for itself among few. */
  public static Audience of(String ally) {
    return new Audience(Reach.ALLY, ally);
  }

  /**
   * Whether it may see a statement.
   *
   * @param allies whose the statement is: those of its pledge, or the one whose condition it is
   */
  public boolean sees(Releasability releasability, Collection<String> allies) {
    return switch (releasability) {
      case PUBLIC -> true;
      case COALITION -> reach != Reach.PUBLIC;
      case ALLIES_ONLY ->
          reach == Reach.SECRETARIAT || (reach == Reach.ALLY && allies.contains(ally));
    };
  }

  /** As answers name it: PUBLIC, COALITION, SECRETARIAT or the code of the ally. */
  public String code() {
    return ally == null ? reach.name() : ally;
  }
}
