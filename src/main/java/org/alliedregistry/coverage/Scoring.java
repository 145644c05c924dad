package org.alliedregistry.coverage;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.alliedregistry.baseline.Requirement;
import org.alliedregistry.coverage.RequirementCoverage.Unlock;
import org.alliedregistry.pledge.Dossier;
import org.alliedregistry.pledge.Rung;
import org.alliedregistry.pledge.Standing;
import org.alliedregistry.quantity.Exact;
import org.alliedregistry.quantity.Interval;
import org.alliedregistry.quantity.UnitOfAccount;
import org.alliedregistry.reference.Capability;
import org.alliedregistry.reference.ConditionBook;

/** Scores one requirement: folds its pledges, applies the rules, adds up. */
final class Scoring {

  private final CoverageQuery query;
  private final Requirement requirement;
  private final Capability capability;
  private final ConditionBook conditions;
  private final Rules rules;
  private final List<Contribution> contributions;
  private final List<Row> rows;

  Scoring(CoverageQuery query, Requirement requirement, Landscape landscape) {
    this.query = query;
    this.requirement = requirement;
    this.capability =
        Objects.requireNonNull(landscape.capabilities().get(requirement.capability()));
    this.conditions = ConditionBook.of(landscape.conditions(), query.view(), query.assumptions());
    this.rules = new Rules(query, requirement, conditions);
    this.contributions = contributions(landscape);
    this.rows = Row.of(contributions);
  }

  private List<Contribution> contributions(Landscape landscape) {
    UnitOfAccount account = query.baseline().accountOf(capability);
    return landscape.dossiersOf(capability.code()).stream()
        .filter(d -> query.allies().keepsAny(d.pledge().allies()))
        .map(d -> standing(d, landscape, account))
        .filter(Standing::isSpokenOf)
        .map(s -> Contribution.of(s, rules, query.rung()))
        .toList();
  }

  private Standing standing(Dossier dossier, Landscape landscape, UnitOfAccount account) {
    String whole = dossier.pledge().partOf();
    return Standing.of(
        dossier, query.view(), account, whole == null ? null : landscape.dossiers().get(whole));
  }

  RequirementCoverage result() {
    BigDecimal required = query.baseline().requiredInAccount(requirement, capability).orElse(null);
    List<TraceLine> trace = trace();
    return new RequirementCoverage(
        requirement,
        capability.unitOfAccount(),
        required,
        Score.of(Row.sum(rows, Row::counted), required),
        Row.sum(rows, Row::derived),
        Score.of(Row.sum(rows, Row::stated), required),
        byRung(),
        AllyRow.of(rows, query.allies()),
        trace.stream().filter(TraceLine::isUnquantified).toList(),
        unlocks(),
        trace);
  }

  private List<TraceLine> trace() {
    return contributions.stream()
        .map(c -> TraceLine.of(c, conditions))
        .sorted(Comparator.comparing(t -> t.standing().pledge().sortedAllies(), AllyRow.BY_CODES))
        .toList();
  }

  private SortedMap<Rung, Interval> byRung() {
    SortedMap<Rung, Interval> byRung = new TreeMap<>();
    for (Rung rung : List.of(Rung.PLEDGED, Rung.COMMITTED, Rung.ALLOCATED, Rung.IN_PLACE)) {
      byRung.put(rung, Row.sum(rows, row -> row.under(rules, rung).counted()));
    }
    return byRung;
  }

  /** What each open condition would make certain, all else as asked. */
  private List<Unlock> unlocks() {
    SortedSet<String> open = new TreeSet<>();
    contributions.forEach(c -> open.addAll(c.assessment().open()));
    return open.stream().map(code -> new Unlock(code, unlockedBy(code))).toList();
  }

  private BigDecimal unlockedBy(String code) {
    Rules ifMet = new Rules(query, requirement, conditions.andMet(code));
    return Exact.plain(
        rows.stream()
            .filter(row -> row.members().anyMatch(c -> c.isUnder(code)))
            .map(
                row -> row.under(ifMet, query.rung()).counted().low().subtract(row.counted().low()))
            .reduce(BigDecimal.ZERO, BigDecimal::add));
  }
}
