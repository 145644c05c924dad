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
import org.alliedregistry.pledge.Rung;
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
    return landscape.standings(capability.code(), query.view(), account).stream()
        .filter(rules::asksAbout)
        .map(s -> Contribution.of(s, rules, query.rung()))
        .toList();
  }

  RequirementCoverage result() {
    BigDecimal required = query.baseline().requiredInAccount(requirement, capability).orElse(null);
    Interval counted = Row.sum(rows, Row::counted);
    List<TraceLine> trace = trace();
    return new RequirementCoverage(
        requirement,
        capability.unitOfAccount(),
        required,
        Score.of(counted, required, query.rotation()),
        query.sustained(Row.sum(rows, Row::derived)),
        Score.of(Row.sum(rows, Row::stated), required, query.rotation()),
        byRung(),
        AllyRow.of(rows, query.allies()),
        trace.stream().filter(TraceLine::isUnquantified).toList(),
        unlocks(counted.low()),
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
      byRung.put(rung, query.sustained(Row.sum(rows, row -> row.under(rules, rung).counted())));
    }
    return byRung;
  }

  /** What each open condition would make certain, all else as asked. */
  private List<Unlock> unlocks(BigDecimal counted) {
    SortedSet<String> open = new TreeSet<>();
    contributions.forEach(c -> open.addAll(c.assessment().open()));
    return open.stream().map(code -> unlock(code, counted)).toList();
  }

  private Unlock unlock(String code, BigDecimal counted) {
    Rules ifMet = rules.under(conditions.andMet(code));
    BigDecimal met =
        rows.stream()
            .filter(row -> row.members().anyMatch(c -> c.isUnder(code)))
            .map(
                row -> row.under(ifMet, query.rung()).counted().low().subtract(row.counted().low()))
            .reduce(counted, BigDecimal::add);
    Interval gain = Interval.exactly(met);
    return new Unlock(
        code,
        Exact.plain(
            query
                .sustained(gain)
                .low()
                .subtract(query.sustained(Interval.exactly(counted)).low())));
  }
}
