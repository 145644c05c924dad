package org.alliedregistry.support;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alliedregistry.domain.baseline.Baseline;
import org.alliedregistry.domain.baseline.Requirement;
import org.alliedregistry.domain.coverage.AllyRow;
import org.alliedregistry.domain.coverage.Coverage;
import org.alliedregistry.domain.coverage.RequirementCoverage;
import org.alliedregistry.domain.coverage.TraceLine;
import org.alliedregistry.domain.coverage.contribution.AllyRole;
import org.alliedregistry.domain.coverage.contribution.AllySelection;
import org.alliedregistry.domain.coverage.contribution.CoverageQuery;
import org.alliedregistry.domain.coverage.contribution.PledgeFilter;
import org.alliedregistry.domain.coverage.contribution.Reason;
import org.alliedregistry.domain.pledge.PledgeStatements;
import org.alliedregistry.domain.pledge.Rung;
import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.domain.record.CoverageInput;
import org.alliedregistry.domain.reference.AsOf;
import org.alliedregistry.domain.reference.Assumptions;
import org.alliedregistry.domain.reference.Condition.State;
import org.alliedregistry.domain.reference.ConditionStatements;
import org.alliedregistry.domain.reference.EvidenceGrade;

/**
 * A question about some pledges: what is pledged on 1 June 2026 on official word, against {@link
 * Baselines#FORCE}, unless it asks otherwise. Answers are about the first requirement, LAND.
 */
public final class CoverageQuestion {

  static final String DAY = "2026-06-01";

  private final Map<String, PledgeStatements> pledges = new LinkedHashMap<>();
  private final Map<String, ConditionStatements> conditions = new HashMap<>();
  private final Map<String, State> assumed = new HashMap<>();
  private Baseline baseline = Baselines.FORCE;
  private LocalDate validAt = LocalDate.parse(DAY);
  private EvidenceGrade evidence = EvidenceGrade.OFFICIAL;
  private Rung rung = Rung.PLEDGED;
  private LocalDate availableOn;
  private Integer within;
  private AllySelection allies = AllySelection.EVERYONE;
  private Set<String> refused = Set.of();
  private Integer freshness;

  /** The oldest pledge first. */
  public static CoverageQuestion about(PledgeFixture... pledges) {
    CoverageQuestion ask = new CoverageQuestion();
    for (PledgeFixture pledge : pledges) {
      PledgeStatements statements = pledge.statements();
      ask.pledges.put(statements.pledge().id(), statements);
    }
    return ask;
  }

  public CoverageQuestion given(ConditionFixture... states) {
    Arrays.stream(states)
        .forEach(c -> conditions.put(c.statements().condition().code(), c.statements()));
    return this;
  }

  public CoverageQuestion against(Requirement... requirements) {
    baseline = Baselines.of(requirements);
    return this;
  }

  public CoverageQuestion validAt(String day) {
    validAt = LocalDate.parse(day);
    return this;
  }

  public CoverageQuestion withEvidence(EvidenceGrade grade) {
    evidence = grade;
    return this;
  }

  public CoverageQuestion at(Rung asked) {
    rung = asked;
    return this;
  }

  public CoverageQuestion availableOn(String day) {
    availableOn = LocalDate.parse(day);
    return this;
  }

  public CoverageQuestion within(int days) {
    within = days;
    return this;
  }

  public CoverageQuestion assume(String... codes) {
    Arrays.stream(codes).forEach(code -> assumed.put(code, State.MET));
    return this;
  }

  public CoverageQuestion deny(String... codes) {
    Arrays.stream(codes).forEach(code -> assumed.put(code, State.FAILED));
    return this;
  }

  public CoverageQuestion ally(String... codes) {
    allies = new AllySelection(Set.of(codes), allies.without(), allies.role(), allies.filter());
    return this;
  }

  public CoverageQuestion without(String... codes) {
    allies = allies.withoutThese(Set.of(codes));
    return this;
  }

  public CoverageQuestion as(AllyRole role) {
    allies = new AllySelection(allies.only(), allies.without(), role, allies.filter());
    return this;
  }

  public CoverageQuestion filter(PledgeFilter filter) {
    allies = new AllySelection(allies.only(), allies.without(), allies.role(), filter);
    return this;
  }

  public CoverageQuestion freshness(int days) {
    freshness = days;
    return this;
  }

  public CoverageQuestion refuse(String... caveats) {
    refused = Set.of(caveats);
    return this;
  }

  public Coverage coverage() {
    AsOf view = new AsOf(validAt, evidence);
    return Coverage.of(
        new CoverageQuery(
            baseline,
            view,
            rung,
            new Assumptions(assumed),
            availableOn,
            within,
            allies,
            refused,
            null,
            null,
            freshness),
        CoverageInput.of(Baselines.capabilities(), pledges, conditions));
  }

  public RequirementCoverage requirement(String code) {
    return coverage().requirements().stream()
        .filter(r -> r.requirement().code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  public RequirementCoverage land() {
    return requirement("LAND");
  }

  public Interval counted() {
    return land().score().counted();
  }

  public List<AllyRow> byAlly() {
    return land().byAlly();
  }

  /** The ids of the pledges in the trace, in its order. */
  public List<String> traced() {
    return land().trace().stream().map(line -> line.state().pledge().id()).toList();
  }

  public TraceLine line(String pledge) {
    return land().trace().stream()
        .filter(line -> line.state().pledge().id().equals(pledge))
        .findFirst()
        .orElseThrow();
  }

  /** Why the first pledge in the trace counts for what it counts. */
  public List<Reason> reasons() {
    return land().trace().get(0).reasons();
  }
}
