package org.alliedregistry.domain.reference;

import java.util.List;

/**
 * A condition and everything said of it that the caller may see.
 *
 * @param recorded its statements in order of recording, corrections among them
 * @param standing those that stand, in order of their day ({@link
 *     StatementSelection#withoutCorrected})
 */
public record ConditionStatements(
    Condition condition,
    List<ConditionStatement> recorded,
    List<ConditionStatement> withoutCorrected) {

  public static ConditionStatements of(Condition condition, List<ConditionStatement> recorded) {
    return new ConditionStatements(
        condition, List.copyOf(recorded), StatementSelection.withoutCorrected(recorded));
  }

  /** The same when only the first so many of what stands were said. */
  public ConditionStatements firstStatements(int first) {
    return new ConditionStatements(condition, recorded, withoutCorrected.subList(0, first));
  }
}
