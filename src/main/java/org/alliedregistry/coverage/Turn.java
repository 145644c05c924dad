package org.alliedregistry.coverage;

import java.util.List;
import java.util.stream.Stream;
import org.alliedregistry.baseline.Baseline;
import org.alliedregistry.pledge.Dossier;
import org.alliedregistry.reference.ConditionFile;

/** What is otherwise from a step on. */
public sealed interface Turn {

  /** How many statements it makes known; they are looked through to know it. */
  default int size() {
    return 1;
  }

  /**
   * What is known of a pledge.
   *
   * @param moved others that count in another whole since it does
   */
  record OfPledge(Dossier dossier, List<Dossier> moved) implements Turn {

    public OfPledge(Dossier dossier) {
      this(dossier, List.of());
    }

    @Override
    public int size() {
      return dossier.recorded().size() + moved.size();
    }

    /** All that is known otherwise. */
    public List<Dossier> dossiers() {
      return Stream.concat(Stream.of(dossier), moved.stream()).toList();
    }
  }

  /** What is known of a condition. */
  record OfCondition(ConditionFile file) implements Turn {}

  /** What is required. */
  record OfBaseline(Baseline baseline) implements Turn {}
}
