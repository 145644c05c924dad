package org.alliedregistry.reference;

import java.util.List;

/**
 * A condition and everything said of it that the caller may see.
 *
 * @param recorded its statements in order of recording, corrections among them
 * @param standing those that stand, in order of their day ({@link Hearing#standing})
 */
public record ConditionFile(
    Condition condition, List<ConditionStatement> recorded, List<ConditionStatement> standing) {

  public static ConditionFile of(Condition condition, List<ConditionStatement> recorded) {
    return new ConditionFile(condition, List.copyOf(recorded), Hearing.standing(recorded));
  }

  /** The same when only the first so many of what stands were said. */
  public ConditionFile whenOnlySaid(int first) {
    return new ConditionFile(condition, recorded, standing.subList(0, first));
  }
}
