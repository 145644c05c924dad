package org.alliedregistry.domain.coverage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.alliedregistry.domain.baseline.Requirement;
import org.alliedregistry.domain.coverage.RequirementCoverage.OpenCondition;
import org.alliedregistry.domain.coverage.contribution.Contribution;
import org.alliedregistry.domain.coverage.contribution.ContributionRules;
import org.alliedregistry.domain.coverage.contribution.CountedAndStated;
import org.alliedregistry.domain.coverage.contribution.CoverageQuery;
import org.alliedregistry.domain.coverage.contribution.PledgeStates;
import org.alliedregistry.domain.coverage.contribution.WholeRow;
import org.alliedregistry.domain.coverage.contribution.WorkLimit;
import org.alliedregistry.domain.pledge.PledgePartitions.Partition;
import org.alliedregistry.domain.pledge.Rung;
import org.alliedregistry.domain.quantity.Exact;
import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.domain.record.CoverageInput;
import org.alliedregistry.domain.reference.Capability;
import org.alliedregistry.domain.reference.ConditionStates;

/** Scores one requirement by partition: folds the pledges, applies the rules, adds the results. */
final class RequirementScorer {

  private final CoverageQuery query;
  private final Requirement requirement;
  private final CoverageInput input;
  private final Capability capability;
  private final ConditionStates conditions;
  private final ContributionRules rules;

  RequirementScorer(ContributionRules rules, CoverageInput input) {
    this.rules = rules;
    this.query = rules.query();
    this.requirement = rules.requirement();
    this.conditions = rules.conditions();
    this.input = input;
    this.capability = input.capabilityOf(requirement);
  }

  /** A scorer for each requirement of the baseline. */
  static List<RequirementScorer> of(CoverageQuery query, CoverageInput input, WorkLimit limit) {
    ConditionStates conditions =
        ConditionStates.of(input.conditions(), query.view(), query.assumptions());
    return query.baseline().requirements().stream()
        .map(
            requirement ->
                new RequirementScorer(
                    new ContributionRules(query, requirement, conditions, limit), input))
        .toList();
  }

  /** The subtotal of the pledges of one partition, without a trace. */
  Subtotal subtotal(Partition partition) {
    return subtotal(partition, /* explained= */ false);
  }

  /**
   * @param explained whether with a trace
   */
  private Subtotal subtotal(Partition partition, boolean explained) {
    List<Contribution> contributions =
        PledgeStates.of(input, partition.pledges(), rules).stream()
            .filter(rules::asksAbout)
            .map(s -> Contribution.of(s, rules, query.rung()))
            .toList();
    if (contributions.isEmpty()) {
      return Subtotal.NOTHING;
    }
    List<WholeRow> rows = WholeRow.of(contributions);
    List<TraceLine> lines = lines(contributions, explained);
    Set<String> open = new TreeSet<>();
    Set<String> named = new HashSet<>();
    for (Contribution contribution : contributions) {
      open.addAll(contribution.assessment().open());
      named.addAll(contribution.state().terms().conditions().codes().keySet());
    }
    return new Subtotal(
        WholeRow.sum(rows, WholeRow::counted),
        WholeRow.sum(rows, WholeRow::derived),
        WholeRow.sum(rows, WholeRow::stated),
        underCaveats(rows),
        byRung(rows),
        AllyContribution.of(rows, query.allies()),
        ConditionEffects.of(rows, rules),
        open,
        named,
        lines.stream().filter(TraceLine::isUnquantified).toList(),
        UnconvertedAmounts.of(rows, query.allies()),
        explained ? lines : List.of(),
        AllyContribution.ofPayers(rows, query.allies()));
  }

  /** The lines of the trace; without a trace only those without a number. */
  private List<TraceLine> lines(List<Contribution> contributions, boolean explained) {
    return contributions.stream()
        .filter(c -> explained || c.isUnquantified())
        .map(c -> TraceLine.of(c, conditions, query.allies()))
        .toList();
  }

  private Map<String, Interval> underCaveats(List<WholeRow> rows) {
    Map<String, Interval> amounts = new HashMap<>();
    for (WholeRow row : rows) {
      Set<String> codes = new HashSet<>();
      codes.addAll(row.head().state().terms().caveats().codes().keySet());
      row.parts().forEach(c -> codes.addAll(c.state().terms().caveats().codes().keySet()));
      rules.limit().spend(codes.size() * (long) row.parts().size());
      for (String code : codes) {
        amounts.merge(code, row.underCaveat(code), Interval::plus);
      }
    }
    amounts.values().removeIf(Interval::isZero);
    return amounts;
  }

  private SortedMap<Rung, Interval> byRung(List<WholeRow> rows) {
    SortedMap<Rung, Interval> byRung = new TreeMap<>();
    for (Rung rung : RequirementTotals.RUNGS) {
      byRung.put(rung, WholeRow.sum(rows, row -> row.countedAt(rung, rules)));
    }
    return byRung;
  }

  /** The coverage of the requirement with its trace. */
  RequirementCoverage explained() {
    return result(
        IntStream.range(0, input.partitions().size())
            .mapToObj(number -> subtotal(input.partitions().get(number), /* explained= */ true))
            .toList());
  }

  /** The coverage of the requirement: the sum of its subtotals. */
  RequirementCoverage result(List<Subtotal> subtotals) {
    BigDecimal required = query.baseline().requiredInAccount(requirement, capability).orElse(null);
    RequirementTotals sum = new RequirementTotals(subtotals);
    SortedMap<Rung, Interval> byRung = sum.byRung();
    byRung.replaceAll((rung, counted) -> query.afterRotation(counted));
    return new RequirementCoverage(
        requirement,
        capability.unitOfAccount(),
        required,
        Score.of(sum.counted(), required, query.rotation()),
        query.afterRotation(sum.derived()),
        underCaveats(sum),
        Score.of(sum.stated(), required, query.rotation()),
        byRung,
        sum.byAlly(),
        sum.unquantified(),
        sum.unconverted(),
        openConditions(sum),
        query.afterRotation(sum.ifAllMet()),
        sum.trace(),
        sum.byPayer());
  }

  private SortedMap<String, Interval> underCaveats(RequirementTotals sum) {
    SortedMap<String, Interval> amounts = sum.underCaveats();
    amounts.replaceAll((code, counted) -> query.afterRotation(counted));
    amounts.values().removeIf(Interval::isZero);
    return amounts;
  }

  private List<OpenCondition> openConditions(RequirementTotals sum) {
    Interval counted = sum.counted();
    Interval stated = sum.stated();
    BigDecimal sustained = afterRotation(counted.low());
    List<OpenCondition> conditions = new ArrayList<>();
    sum.unlocks()
        .forEach(
            (code, gain) -> {
              CountedAndStated ifFailed = sum.ifFailed(code);
              conditions.add(
                  new OpenCondition(
                      code,
                      Exact.plain(afterRotation(counted.low().add(gain)).subtract(sustained)),
                      fall(counted, ifFailed.counted()),
                      fall(stated, ifFailed.stated())));
            });
    return conditions;
  }

  /** How far each bound falls; a high that is unbounded has no fall. */
  private Difference fall(Interval before, Interval after) {
    return Difference.between(query.afterRotation(after), query.afterRotation(before));
  }

  private BigDecimal afterRotation(BigDecimal amount) {
    return query.afterRotation(Interval.exactly(amount)).low();
  }
}
