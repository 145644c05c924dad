package org.alliedregistry.releasability;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import org.alliedregistry.support.Json;
import org.jspecify.annotations.Nullable;

/** Who asks, and what is kept from them. */
record RestrictedCaller(@Nullable String role, @Nullable String ally) {

  static final RestrictedCaller PUBLIC = new RestrictedCaller(null, null);
  static final RestrictedCaller READER = new RestrictedCaller("reader", null);

  static RestrictedCaller delegateOf(String ally) {
    return new RestrictedCaller("delegate", ally);
  }

  /**
   * @param allies whose the statement is: those of its pledge, or the one whose condition it is
   */
  boolean sees(String releasability, Collection<String> allies) {
    return switch (releasability) {
      case "PUBLIC" -> true;
      case "COALITION" -> role != null;
      case "ALLIES_ONLY" -> ally != null && allies.contains(ally);
      default -> throw new IllegalArgumentException(releasability);
    };
  }

  /** What the secretariat asks a token with; the public has none. */
  ObjectNode token() {
    ObjectNode body = Json.object("days: 30").put("role", role);
    return ally == null ? body : body.put("ally", ally);
  }

  @Override
  public String toString() {
    return role == null ? "the public" : ally == null ? "a reader" : "a delegate of " + ally;
  }
}
