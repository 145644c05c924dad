package org.alliedregistry.recording.reference;

import java.util.List;
import org.alliedregistry.domain.reference.AttributedStatement;
import org.alliedregistry.domain.reference.Attribution;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.ProblemType;
import org.alliedregistry.problem.Violations;
import org.jspecify.annotations.Nullable;

/** Finds the statement that a correction corrects. It must not be corrected already. */
public final class CorrectionTarget {

  private CorrectionTarget() {}

  /**
   * @return the attribution of the target; null if nothing is corrected, or there is no such
   *     statement
   * @throws ProblemException if the target is corrected already
   */
  public static @Nullable Attribution target(
      @Nullable String corrects,
      List<? extends AttributedStatement> recorded,
      String pointer,
      Violations violations) {
    if (corrects == null) {
      return null;
    }
    for (AttributedStatement other : recorded) {
      if (corrects.equals(other.attribution().corrects())) {
        throw ProblemException.because(
            ProblemType.ALREADY_CORRECTED, "It was corrected by " + other.id() + ".");
      }
    }
    for (AttributedStatement statement : recorded) {
      if (statement.id().equals(corrects)) {
        return statement.attribution();
      }
    }
    violations.add(
        pointer + "/corrects", "must be the id of an earlier statement of the same thing");
    return null;
  }
}
