package org.alliedregistry.domain.coverage;

/** Whether a requirement is met, by its gap. */
public enum Verdict {
  /** Even the certain amount leaves no gap. */
  MET,
  /** Even the possible amount leaves a gap. */
  NOT_MET,
  UNDETERMINED,
  /** The requirement names no amount: neither 0 % nor 100 %. */
  NOT_QUANTIFIED
}
