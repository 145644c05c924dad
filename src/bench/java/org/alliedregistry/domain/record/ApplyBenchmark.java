package org.alliedregistry.domain.record;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.alliedregistry.bench.Synthetic;
import org.alliedregistry.seed.TheRecord;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** How long one more statement takes to be in the registry. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init")
public class ApplyBenchmark {

  /** Made up statements that are recorded already. */
  @Param({"1000", "100000"})
  public int statements;

  private RegistrySnapshot registry;
  private List<Entry> next;

  @Setup
  public void record() {
    registry = Synthetic.grown(TheRecord.registry(), statements);
    String middle = Synthetic.id(statements / Synthetic.STATEMENTS_OF_A_PLEDGE / 2);
    EntryContent statement =
        new EntryContent.StatementRecorded(
            Synthetic.statement(middle, Synthetic.STATEMENTS_OF_A_PLEDGE, "troops"));
    next = Synthetic.entries(registry, List.of(statement));
  }

  @Benchmark
  public RegistrySnapshot apply() {
    return registry.apply(next);
  }
}
