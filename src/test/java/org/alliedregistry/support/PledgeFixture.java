package org.alliedregistry.support;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.alliedregistry.domain.pledge.AmountsByRung;
import org.alliedregistry.domain.pledge.Origin;
import org.alliedregistry.domain.pledge.Pledge;
import org.alliedregistry.domain.pledge.PledgeState;
import org.alliedregistry.domain.pledge.PledgeStatements;
import org.alliedregistry.domain.pledge.Rung;
import org.alliedregistry.domain.pledge.Terms;
import org.alliedregistry.domain.pledge.statement.Statement;
import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.domain.reference.AsOf;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.alliedregistry.domain.reference.Purpose;

/** A pledge of land forces for the guarantee force, unless it says otherwise. */
public final class PledgeFixture {

  private final String id;
  private final List<String> allies;
  private final SortedMap<String, BigDecimal> shares = new TreeMap<>();
  private final List<Statement> recorded = new ArrayList<>();
  private List<String> financedBy = List.of();
  private String capability = Baselines.LAND_FORCES.code();
  private Purpose purpose = Purpose.GUARANTEE_FORCE;
  private PledgeFixture whole;
  private String programme;
  private Origin origin;

  PledgeFixture(String id, String... allies) {
    this.id = id;
    this.allies = List.of(allies);
  }

  /** One weight per ally, in their order. */
  public PledgeFixture shares(String... weights) {
    for (int i = 0; i < weights.length; i++) {
      shares.put(allies.get(i), new BigDecimal(weights[i]));
    }
    return this;
  }

  public PledgeFixture financedBy(String... payers) {
    financedBy = List.of(payers);
    return this;
  }

  public PledgeFixture programme(String code) {
    programme = code;
    return this;
  }

  public PledgeFixture origin(Origin from) {
    origin = from;
    return this;
  }

  public PledgeFixture of(String code) {
    capability = code;
    return this;
  }

  public PledgeFixture purpose(Purpose other) {
    purpose = other;
    return this;
  }

  public PledgeFixture partOf(PledgeFixture joint) {
    whole = joint;
    return this;
  }

  /** Part of a whole, of its capability and for its purpose. */
  PledgeFixture inside(PledgeFixture joint) {
    return partOf(joint).of(joint.capability).purpose(joint.purpose);
  }

  /** Records statements after those already recorded. */
  public PledgeFixture with(StatementFixture... statements) {
    for (StatementFixture statement : statements) {
      recorded.add(statement.of(id, recorded.size() + 1));
    }
    return this;
  }

  public PledgeStatements statements() {
    return PledgeStatements.of(
        0,
        new Pledge(
            id,
            null,
            allies,
            shares,
            financedBy,
            capability,
            purpose,
            "Worked pledge " + id,
            whole == null ? null : whole.id,
            programme,
            origin),
        recorded);
  }

  /** The terms on the day, by statements of this grade or a stronger one. */
  public PledgeState standing(String day, EvidenceGrade evidence) {
    return PledgeState.of(
        statements(),
        new AsOf(LocalDate.parse(day), evidence),
        Baselines.inTroops(),
        whole == null ? null : whole.standing(day, evidence));
  }

  /** The terms by all statements. */
  public Terms terms() {
    return standing(CoverageQuestion.DAY, EvidenceGrade.SPECULATIVE).terms();
  }

  /** The terms by official statements only. */
  public Terms officialTerms() {
    return standing(CoverageQuestion.DAY, EvidenceGrade.OFFICIAL).terms();
  }

  public AmountsByRung amounts() {
    return standing(CoverageQuestion.DAY, EvidenceGrade.SPECULATIVE).amounts();
  }

  public Interval at(Rung rung) {
    return amounts().amountAt(rung);
  }
}
