package org.alliedregistry.api.coverage;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.alliedregistry.bench.Synthetic;
import org.alliedregistry.domain.baseline.Baseline;
import org.alliedregistry.domain.coverage.Coverage;
import org.alliedregistry.domain.coverage.CoverageWorksheet;
import org.alliedregistry.domain.coverage.contribution.AllySelection;
import org.alliedregistry.domain.coverage.contribution.CoverageQuery;
import org.alliedregistry.domain.pledge.Rung;
import org.alliedregistry.domain.pledge.statement.Statement;
import org.alliedregistry.domain.record.CoverageInput;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.reference.AsOf;
import org.alliedregistry.domain.reference.Assumptions;
import org.alliedregistry.domain.reference.Audience;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.alliedregistry.http.question.RecordContext;
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

  private CoverageRequest asked;
  private CoverageWorksheet worksheet;
  private CoverageInput oneMore;

  @Setup
  public void ask() {
    RegistrySnapshot registry = Synthetic.grown(TheRecord.registry(), synthetic);
    CoverageQuery question =
        new CoverageQuery(
            registry.baseline(Baseline.DEFAULT).orElseThrow(),
            new AsOf(LocalDate.of(2026, 11, 1), EvidenceGrade.OFFICIAL),
            Rung.PLEDGED,
            Assumptions.NONE,
            null,
            null,
            AllySelection.EVERYONE);
    asked =
        new CoverageRequest(
            question,
            new RecordContext(registry, Audience.PUBLIC, null, question.view().validAt()));
    worksheet = CoverageWorksheet.of(question, registry.coverageInput());
    String first = registry.pledges().keySet().iterator().next();
    Statement statement = Synthetic.statement(first, Synthetic.STATEMENTS_OF_A_PLEDGE, "troops");
    oneMore =
        registry
            .withHypothetical(List.of(new EntryContent.StatementRecorded(statement)))
            .coverageInput();
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
    CoverageInput input = asked.registry().coverageInput();
    Coverage coverage =
        explain
            ? Coverage.of(asked.question(), input)
            : CoverageWorksheet.of(asked.question(), input).coverage();
    return CoverageView.of(coverage, asked, explain);
  }

  /** The answer after one more statement. */
  @Benchmark
  public CoverageView countedOn() {
    return CoverageView.of(worksheet.next(oneMore).coverage(), asked, /* explain= */ false);
  }
}
