package org.alliedregistry.seed;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alliedregistry.domain.baseline.Baseline;
import org.alliedregistry.domain.coverage.AllyRow;
import org.alliedregistry.domain.coverage.Coverage;
import org.alliedregistry.domain.coverage.RequirementCoverage;
import org.alliedregistry.domain.coverage.TraceLine;
import org.alliedregistry.domain.coverage.contribution.AllySelection;
import org.alliedregistry.domain.coverage.contribution.CoverageQuery;
import org.alliedregistry.domain.pledge.PledgeState;
import org.alliedregistry.domain.pledge.PledgeStatements;
import org.alliedregistry.domain.pledge.Rung;
import org.alliedregistry.domain.pledge.statement.Position;
import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.domain.quantity.Quantity;
import org.alliedregistry.domain.quantity.UnitOfAccount;
import org.alliedregistry.domain.reference.AsOf;
import org.alliedregistry.domain.reference.Assumptions;
import org.alliedregistry.domain.reference.Condition.State;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.jspecify.annotations.Nullable;

/** One question to the bundled public record. */
record Question(
    String baseline,
    LocalDate validAt,
    EvidenceGrade evidence,
    Rung rung,
    Assumptions assumptions) {

  /** On official word alone, as of the end of July 2026, against the default baseline. */
  static final Question OFFICIAL =
      new Question(
          Baseline.DEFAULT,
          LocalDate.parse("2026-07-31"),
          EvidenceGrade.OFFICIAL,
          Rung.PLEDGED,
          Assumptions.NONE);

  /** The same, with the press. */
  static final Question REPORTED = OFFICIAL.withEvidence(EvidenceGrade.REPORTED);

  Question against(String code) {
    return new Question(code, validAt, evidence, rung, assumptions);
  }

  Question on(String day) {
    return new Question(baseline, LocalDate.parse(day), evidence, rung, assumptions);
  }

  Question withEvidence(EvidenceGrade weakest) {
    return new Question(baseline, validAt, weakest, rung, assumptions);
  }

  Question at(Rung lowest) {
    return new Question(baseline, validAt, evidence, lowest, assumptions);
  }

  Question assuming(String... met) {
    Map<String, State> states =
        Stream.of(met).collect(Collectors.toMap(code -> code, code -> State.MET));
    return new Question(baseline, validAt, evidence, rung, new Assumptions(states));
  }

  CoverageQuery query() {
    return query(BundledRegistry.REGISTRY.baseline(baseline).orElseThrow());
  }

  private CoverageQuery query(Baseline against) {
    return new CoverageQuery(
        against,
        new AsOf(validAt, evidence),
        rung,
        assumptions,
        null,
        null,
        AllySelection.EVERYONE);
  }

  Coverage coverage() {
    return Coverage.of(query(), BundledRegistry.REGISTRY.coverageInput());
  }

  /** The same question to a baseline that is not bundled. */
  Coverage coverage(Baseline against) {
    return Coverage.of(query(against), BundledRegistry.REGISTRY.coverageInput());
  }

  RequirementCoverage requirement(String code) {
    return coverage().requirements().stream()
        .filter(r -> r.requirement().code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  TraceLine trace(String requirement, String reference) {
    return requirement(requirement).trace().stream()
        .filter(line -> reference.equals(line.state().pledge().reference()))
        .findFirst()
        .orElseThrow();
  }

  /** A pledge as it stands. */
  PledgeState standing(String reference) {
    return standing(statements(PublicRecord.id(reference)));
  }

  private PledgeState standing(PledgeStatements statements) {
    String whole = statements.pledge().partOf();
    return PledgeState.of(
        statements,
        new AsOf(validAt, evidence),
        new UnitOfAccount(
            BundledRegistry.REGISTRY
                .capability(statements.pledge().capability())
                .orElseThrow()
                .unitOfAccount(),
            BundledRegistry.REGISTRY.baseline(baseline).orElseThrow().factors(),
            BundledRegistry.REGISTRY.latestExchangeRates(),
            null,
            null),
        whole == null ? null : standing(statements(whole)));
  }

  @Nullable Position position(String reference) {
    return standing(reference).terms().positionOrNull();
  }

  /** The amount as it was said. */
  @Nullable Quantity said(String reference) {
    return standing(reference).terms().amount().value();
  }

  /** The codes of the conditions it stands under. */
  Set<String> conditions(String reference) {
    return standing(reference).terms().conditions().codes().keySet();
  }

  Interval amount(String reference, Rung atRung) {
    return standing(reference).amounts().amountAt(atRung);
  }

  /** What a requirement counts of these allies. */
  Interval row(String requirement, String... allies) {
    return requirement(requirement).byAlly().stream()
        .filter(row -> row.allies().equals(List.of(allies)))
        .map(AllyRow::counted)
        .findFirst()
        .orElseThrow();
  }

  private static PledgeStatements statements(String id) {
    return Objects.requireNonNull(BundledRegistry.REGISTRY.coverageInput().pledges().get(id), id);
  }
}
