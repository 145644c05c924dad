package org.alliedregistry.domain.coverage.change;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.alliedregistry.domain.baseline.Baseline;
import org.alliedregistry.domain.pledge.PledgeStatements;
import org.alliedregistry.domain.quantity.ExchangeRates;
import org.alliedregistry.domain.reference.ConditionStatements;

/** The new state of what an event changes. */
public sealed interface RecordChange {

  /** The number of statements that are read to apply the change. */
  default int size() {
    return 1;
  }

  /**
   * The new statements of a pledge.
   *
   * @param moved parts that moved to another whole together with it
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

    /** All pledges that change. */
    public List<PledgeStatements> pledges() {
      return Stream.concat(Stream.of(statements), moved.stream()).toList();
    }
  }

  /** The new statements of a condition. */
  record OfCondition(ConditionStatements statements) implements RecordChange {}

  /** The exchange rates of all units. */
  record OfExchangeRates(Map<String, ExchangeRates> rates) implements RecordChange {

    public OfExchangeRates {
      rates = Map.copyOf(rates);
    }
  }

  /** The new version of the baseline. */
  record OfBaseline(Baseline baseline) implements RecordChange {}
}
