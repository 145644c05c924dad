package org.alliedregistry.domain.pledge;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.alliedregistry.bench.Synthetic;
import org.alliedregistry.domain.quantity.PlanningFactors;
import org.alliedregistry.domain.quantity.UnitOfAccount;
import org.alliedregistry.domain.reference.AsOf;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** How long one pledge takes, from what was said to its terms and its amounts by rung. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init")
public class FoldBenchmark {

  private static final UnitOfAccount TROOPS =
      new UnitOfAccount("troops", new PlanningFactors(List.of()));
  private static final AsOf VIEW = new AsOf(LocalDate.of(2027, 1, 1), EvidenceGrade.SPECULATIVE);

  @Param({"1", "20", "200"})
  public int statements;

  private PledgeStatements pledgeStatements;

  @Setup
  public void say() {
    Pledge pledge = Synthetic.pledge(0, "EST", "LAND_FORCES");
    pledgeStatements =
        PledgeStatements.of(
            0,
            pledge,
            IntStream.range(0, statements)
                .mapToObj(i -> Synthetic.statement(pledge.id(), i, "troops"))
                .toList());
  }

  @Benchmark
  public PledgeState fold() {
    return PledgeState.of(pledgeStatements, VIEW, TROOPS, null);
  }
}
