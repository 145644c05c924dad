package org.alliedregistry.security;

import java.util.List;
import org.alliedregistry.domain.reference.Audience;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * The author of a write, and what it may record. A value, so that the writer thread can decide a
 * write after the request has ended.
 *
 * @param recordedBy the name of the role that the entries are recorded by
 * @param audience the audience that the author belongs to
 * @param ally the ally of a delegate; null for every other role
 */
public record Author(String recordedBy, Audience audience, @Nullable String ally) {

  /**
   * Refuses a delegate of another ally than the leading one.
   *
   * @param allies the allies of the pledge, the leading one first
   */
  public void requireLeadingAlly(List<String> allies) {
    if (ally != null && !allies.isEmpty() && !ally.equals(allies.get(0))) {
      throw forbidden(
          "A delegate can write only to pledges that its ally leads. Their first ally is "
              + ally
              + ".");
    }
  }

  /**
   * Refuses a delegate whose ally does not participate in the whole.
   *
   * @param allies the allies of the whole
   */
  public void requireParticipatingAlly(List<String> allies) {
    if (ally != null && !allies.contains(ally)) {
      throw forbidden("A delegate can open a part only of a whole whose allies include its own.");
    }
  }

  /**
   * Refuses a delegate of another ally than the one that a statement on a condition names.
   *
   * @param named null = all allies
   */
  public void requireOwnAlly(@Nullable String named) {
    if (ally != null && !ally.equals(named)) {
      throw forbidden(
          "A delegate can record the state of a condition only for its own ally. The condition must"
              + " be per ally, with \"ally\": \""
              + ally
              + "\".");
    }
  }

  /**
   * Refuses a delegate who did not record the statement that is to be corrected.
   *
   * @param writer the recorder of that statement
   */
  public void requireOriginalRecorder(String writer) {
    if (ally != null && !recordedBy.equals(writer)) {
      throw forbidden(
          "A delegate can correct only what it recorded itself. Record a new statement instead.");
    }
  }

  private static ProblemException forbidden(String why) {
    return ProblemException.because(ProblemType.FORBIDDEN, why);
  }
}
