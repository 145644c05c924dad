package org.alliedregistry.domain.reference;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A group of callers that may see the same statements.
 *
 * @param ally the code of the ally, only where the reach is that of an ally
 */
public record Audience(Reach reach, @Nullable String ally) {

  /** The extent of what an audience may see, the least first. */
  public enum Reach {
    PUBLIC,
    COALITION,
    ALLY,
    SECRETARIAT
  }

  public static final Audience PUBLIC = new Audience(Reach.PUBLIC, null);
  public static final Audience COALITION = new Audience(Reach.COALITION, null);
  public static final Audience SECRETARIAT = new Audience(Reach.SECRETARIAT, null);

  /**
   * The audience of an ally: it sees what the coalition sees, and statements on its own pledges.
   */
  public static Audience of(String ally) {
    return new Audience(Reach.ALLY, ally);
  }

  /**
   * Whether this audience may see a statement.
   *
   * @param allies the allies of its pledge, or the ally that a statement on a condition names
   */
  public boolean sees(Releasability releasability, Collection<String> allies) {
    return switch (releasability) {
      case PUBLIC -> true;
      case COALITION -> reach != Reach.PUBLIC;
      case ALLIES_ONLY ->
          reach == Reach.SECRETARIAT || (reach == Reach.ALLY && allies.contains(ally));
    };
  }

  /** The name in answers: PUBLIC, COALITION, SECRETARIAT or the code of the ally. */
  public String code() {
    return ally == null ? reach.name() : ally;
  }
}
