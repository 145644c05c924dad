package org.alliedregistry.domain.reference;

import java.util.List;

/**
 * A condition and its statements that the caller may see.
 *
 * @param recorded in order of recording, corrections among them
 * @param uncorrected in order of their day ({@link StatementSelection#uncorrected})
 */
public record ConditionStatements(
    Condition condition, List<ConditionStatement> recorded, List<ConditionStatement> uncorrected) {

  public static ConditionStatements of(Condition condition, List<ConditionStatement> recorded) {
    return new ConditionStatements(
        condition, List.copyOf(recorded), StatementSelection.uncorrected(recorded));
  }

  /** Keeps only the first uncorrected statements. */
  public ConditionStatements firstStatements(int first) {
    return new ConditionStatements(condition, recorded, uncorrected.subList(0, first));
  }
}
