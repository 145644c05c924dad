package org.alliedregistry.coverage;

import org.alliedregistry.baseline.Baseline;
import org.alliedregistry.pledge.Dossier;
import org.alliedregistry.reference.ConditionFile;

/** What is otherwise from a step on. */
public sealed interface Turn {

  /** What is known of a pledge. */
  record OfPledge(Dossier dossier) implements Turn {}

  /** What is known of a condition. */
  record OfCondition(ConditionFile file) implements Turn {}

  /** What is required. */
  record OfBaseline(Baseline baseline) implements Turn {}
}
