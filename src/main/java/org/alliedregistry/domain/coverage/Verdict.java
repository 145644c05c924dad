package org.alliedregistry.domain.coverage;

import org.alliedregistry.domain.reference.Condition;

/** Whether a requirement is met, by its gap, or a milestone, by the state of its condition. */
public enum Verdict {
  /** Even the certain amount leaves no gap; or the condition is met. */
  MET,
  /** Even the possible amount leaves a gap; or the condition failed. */
  NOT_MET,
  /** Neither is so; or the condition is open. */
  UNDETERMINED,
  /** The requirement names no amount: neither 0 % nor 100 %. */
  NOT_QUANTIFIED;

  /** The verdict on a milestone whose condition has this state. */
  public static Verdict of(Condition.State state) {
    return switch (state) {
      case MET -> MET;
      case FAILED -> NOT_MET;
      case OPEN -> UNDETERMINED;
    };
  }
}
