package org.alliedregistry.reference.web;

import java.util.List;
import org.alliedregistry.problem.Faults;
import org.alliedregistry.problem.ProblemType;
import org.alliedregistry.problem.Refusal;
import org.alliedregistry.reference.Attribution;
import org.alliedregistry.reference.Spoken;
import org.jspecify.annotations.Nullable;

/** What a correction corrects: a statement of the same thing, not corrected yet. */
public final class Corrections {

  private Corrections() {}

  /**
   * @return what the target is attributed to; null where nothing is corrected, or no such statement
   * @throws Refusal where the target is corrected already
   */
  public static @Nullable Attribution target(
      @Nullable String corrects, List<? extends Spoken> recorded, String pointer, Faults faults) {
    if (corrects == null) {
      return null;
    }
    for (Spoken other : recorded) {
      if (corrects.equals(other.said().corrects())) {
        throw Refusal.because(
            ProblemType.ALREADY_CORRECTED, "It was corrected by " + other.id() + ".");
      }
    }
    for (Spoken statement : recorded) {
      if (statement.id().equals(corrects)) {
        return statement.said();
      }
    }
    faults.add(pointer + "/corrects", "must be the id of an earlier statement of the same thing");
    return null;
  }
}
