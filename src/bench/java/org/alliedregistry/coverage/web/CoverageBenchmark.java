package org.alliedregistry.coverage.web;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.alliedregistry.baseline.Baseline;
import org.alliedregistry.bench.Synthetic;
import org.alliedregistry.coverage.AllyFilter;
import org.alliedregistry.coverage.Coverage;
import org.alliedregistry.coverage.CoverageQuery;
import org.alliedregistry.coverage.Landscape;
import org.alliedregistry.coverage.Workings;
import org.alliedregistry.pledge.Rung;
import org.alliedregistry.pledge.Statement;
import org.alliedregistry.reference.Assumptions;
import org.alliedregistry.reference.Audience;
import org.alliedregistry.reference.Evidence;
import org.alliedregistry.reference.Viewpoint;
import org.alliedregistry.registry.Content;
import org.alliedregistry.registry.Registry;
import org.alliedregistry.seed.TheRecord;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** How long an answer takes that was not kept, until it is ready to be written as JSON. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init")
public class CoverageBenchmark {

  /** Made up statements beside the public record. */
  @Param({"0", "10000"})
  public int synthetic;

  private Asked asked;
  private Workings workings;
  private Landscape oneMore;

  @Setup
  public void ask() {
    Registry registry = Synthetic.grown(TheRecord.registry(), synthetic);
    CoverageQuery question =
        new CoverageQuery(
            registry.baseline(Baseline.DEFAULT).orElseThrow(),
            new Viewpoint(LocalDate.of(2026, 11, 1), Evidence.OFFICIAL),
            Rung.PLEDGED,
            Assumptions.NONE,
            null,
            null,
            AllyFilter.EVERYONE);
    asked = new Asked(question, registry, null, Audience.PUBLIC);
    workings = Workings.of(question, registry.landscape());
    String first = registry.pledges().keySet().iterator().next();
    Statement said = Synthetic.statement(first, Synthetic.STATEMENTS_OF_A_PLEDGE, "troops");
    oneMore = registry.supposing(List.of(new Content.PledgeSaid(said))).landscape();
  }

  @Benchmark
  public CoverageView coverage() {
    return answer(false);
  }

  @Benchmark
  public CoverageView coverageExplained() {
    return answer(true);
  }

  private CoverageView answer(boolean explain) {
    Landscape landscape = asked.registry().landscape();
    Coverage coverage =
        explain
            ? Coverage.of(asked.question(), landscape)
            : Workings.of(asked.question(), landscape).coverage();
    return CoverageView.of(coverage, asked, explain);
  }

  /** The answer after one more statement. */
  @Benchmark
  public CoverageView countedOn() {
    return CoverageView.of(workings.next(oneMore).coverage(), asked, /* explain= */ false);
  }
}
