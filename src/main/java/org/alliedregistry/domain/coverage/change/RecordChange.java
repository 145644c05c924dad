package org.alliedregistry.domain.coverage.change;

import java.util.List;
import java.util.stream.Stream;
import org.alliedregistry.domain.baseline.Baseline;
import org.alliedregistry.domain.pledge.PledgeStatements;
import org.alliedregistry.domain.reference.ConditionStatements;

/** What is otherwise from a step on. */
public sealed interface RecordChange {

  /** How many statements it makes known; they are looked through to know it. */
  default int size() {
    return 1;
  }

  /**
   * What is known of a pledge.
   *
   * @param moved others that count in another whole since it does
   */
  record OfPledge(PledgeStatements statements, List<PledgeStatements> moved)
      implements RecordChange {

    public OfPledge(PledgeStatements statements) {
      this(statements, List.of());
    }

    @Override
    public int size() {
      return statements.recorded().size() + moved.size();
    }

    /** All that is known otherwise. */
    public List<PledgeStatements> pledges() {
      return Stream.concat(Stream.of(statements), moved.stream()).toList();
    }
  }

  /** What is known of a condition. */
  record OfCondition(ConditionStatements file) implements RecordChange {}

  /** What is required. */
  record OfBaseline(Baseline baseline) implements RecordChange {}
}
