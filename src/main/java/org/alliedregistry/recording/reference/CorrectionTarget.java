package org.alliedregistry.recording.reference;

import java.util.List;
import org.alliedregistry.domain.reference.AttributedStatement;
import org.alliedregistry.domain.reference.Attribution;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.ProblemType;
import org.alliedregistry.problem.Violations;
import org.jspecify.annotations.Nullable;

/** What a correction corrects: a statement of the same thing, not corrected yet. */
public final class CorrectionTarget {

  private CorrectionTarget() {}

  /**
   * @return what the target is attributed to; null where nothing is corrected, or no such statement
   * @throws ProblemException where the target is corrected already
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
      if (corrects.equals(other.said().corrects())) {
        throw ProblemException.because(
            ProblemType.ALREADY_CORRECTED, "It was corrected by " + other.id() + ".");
      }
    }
    for (AttributedStatement statement : recorded) {
      if (statement.id().equals(corrects)) {
        return statement.said();
      }
    }
    violations.add(
        pointer + "/corrects", "must be the id of an earlier statement of the same thing");
    return null;
  }
}
