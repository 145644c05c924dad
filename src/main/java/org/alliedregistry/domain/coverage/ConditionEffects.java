package org.alliedregistry.domain.coverage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alliedregistry.domain.coverage.contribution.Contribution;
import org.alliedregistry.domain.coverage.contribution.ContributionAmounts;
import org.alliedregistry.domain.coverage.contribution.ContributionRules;
import org.alliedregistry.domain.coverage.contribution.CountedAndStated;
import org.alliedregistry.domain.coverage.contribution.IncrementalSum;
import org.alliedregistry.domain.coverage.contribution.Reason;
import org.alliedregistry.domain.coverage.contribution.WholeRow;
import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.domain.reference.Condition.State;

/**
 * How the count of some pledges depends on their conditions. All else stays as in the question.
 *
 * @param gains code → what the certain amount gains if that condition is met for all; those without
 *     a gain are left out
 * @param ifFailed code → what counts if that condition failed for all; those without a loss may be
 *     left out
 * @param ifAllMet what counts if every open condition is met; one that failed stays so
 */
record ConditionEffects(
    Map<String, BigDecimal> gains, Map<String, CountedAndStated> ifFailed, Interval ifAllMet) {

  static final ConditionEffects NONE = new ConditionEffects(Map.of(), Map.of(), Interval.ZERO);

  static ConditionEffects of(List<WholeRow> rows, ContributionRules rules) {
    Computation computation = new Computation(rules);
    rows.forEach(computation::add);
    return new ConditionEffects(
        computation.gains(), computation.ifFailed(), computation.ifAllMet());
  }

  /** A contribution and the id of the group in which it is summed. */
  private record Member(String group, Contribution contribution) {

    String id() {
      return contribution.pledge().id();
    }

    Set<String> conditions() {
      return contribution.state().terms().conditions().codes().keySet();
    }

    boolean has(Reason reason) {
      return contribution.assessment().reasons().contains(reason);
    }

    /** Whether its conditions change what it counts, or would if they failed. */
    boolean dependsOnConditions() {
      return !conditions().isEmpty() && (!contribution.isNothing() || isLowered());
    }

    /** Whether a condition that is not met lowers what it counts. */
    boolean isLowered() {
      return has(Reason.CONDITION_OPEN) || has(Reason.CONDITION_FAILED);
    }
  }

  /**
   * Sums the rows that depend on conditions. It replaces some contributions, reads the sums, and
   * puts them back. Only {@code ifAllMet} does not put them back, so it is called last.
   */
  private static final class Computation {

    private final ContributionRules rules;
    private final List<Member> members = new ArrayList<>();
    private final Set<String> codes = new HashSet<>();
    private final IncrementalSum counted = new IncrementalSum();
    private final IncrementalSum stated = new IncrementalSum();
    private final Map<String, ContributionAmounts> ifMet = new HashMap<>();
    private Interval otherRows = Interval.ZERO;
    private Interval otherRowsStated = Interval.ZERO;

    Computation(ContributionRules rules) {
      this.rules = rules;
    }

    void add(WholeRow row) {
      String group = row.head().pledge().id();
      List<Member> those = new ArrayList<>(1 + row.parts().size());
      those.add(new Member(group, row.head()));
      row.parts().forEach(part -> those.add(new Member(group, part)));
      if (!anyDependsOnConditions(those)) {
        otherRows = otherRows.plus(row.counted());
        otherRowsStated = otherRowsStated.plus(row.stated());
        return;
      }
      for (Member each : those) {
        members.add(each);
        codes.addAll(each.conditions());
        put(each);
      }
    }

    private static boolean anyDependsOnConditions(List<Member> members) {
      for (Member each : members) {
        if (each.dependsOnConditions()) {
          return true;
        }
      }
      return false;
    }

    private void put(Member each) {
      counted.put(each.group(), each.id(), each.contribution().counted());
      stated.put(each.group(), each.id(), each.contribution().stated());
    }

    private State state(String code, Member each) {
      return rules.conditions().state(code, each.contribution().pledge().allies());
    }

    private ContributionRules allIn(State state) {
      return rules.under(rules.conditions().and(codes, state));
    }

    /** Puts what a pledge counts if all its conditions are met. */
    private void putIfMet(Member each, ContributionRules met) {
      counted.put(
          each.group(),
          each.id(),
          ifMet.computeIfAbsent(
              each.id(), id -> Contribution.counted(each.contribution().state(), met)));
    }

    /** A condition gains something only for pledges for which all others are met. */
    Map<String, BigDecimal> gains() {
      Map<String, List<Member>> onlyNotMet = new HashMap<>();
      for (Member each : members) {
        if (each.isLowered()) {
          List<String> notMet =
              each.conditions().stream().filter(code -> state(code, each) != State.MET).toList();
          if (notMet.size() == 1) {
            onlyNotMet.computeIfAbsent(notMet.get(0), code -> new ArrayList<>()).add(each);
          }
        }
      }
      BigDecimal asked = counted.total().low();
      ContributionRules met = allIn(State.MET);
      Map<String, BigDecimal> gains = new HashMap<>();
      onlyNotMet.forEach(
          (code, those) -> {
            those.forEach(each -> putIfMet(each, met));
            gains.put(code, counted.total().low().subtract(asked));
            those.forEach(this::put);
          });
      gains.values().removeIf(gain -> gain.signum() == 0);
      return gains;
    }

    /** It does not matter which condition of a pledge has failed, so each is computed once. */
    Map<String, CountedAndStated> ifFailed() {
      Map<String, List<Member>> notFailed = new HashMap<>();
      for (Member each : members) {
        for (String code : each.contribution().isNothing() ? Set.<String>of() : each.conditions()) {
          if (state(code, each) != State.FAILED) {
            notFailed.computeIfAbsent(code, c -> new ArrayList<>()).add(each);
          }
        }
      }
      ContributionRules failed = allIn(State.FAILED);
      Map<String, Contribution> ifFailed = new HashMap<>();
      Map<String, CountedAndStated> amounts = new HashMap<>();
      notFailed.forEach(
          (code, those) -> {
            for (Member each : those) {
              Contribution then =
                  ifFailed.computeIfAbsent(
                      each.id(),
                      id ->
                          Contribution.of(
                              each.contribution().state(), failed, failed.query().rung()));
              put(new Member(each.group(), then));
            }
            amounts.put(
                code,
                new CountedAndStated(
                    counted.total().plus(otherRows), stated.total().plus(otherRowsStated)));
            those.forEach(this::put);
          });
      return amounts;
    }

    Interval ifAllMet() {
      ContributionRules met = allIn(State.MET);
      for (Member each : members) {
        // where a condition failed, those that are open change nothing
        if (each.has(Reason.CONDITION_OPEN)) {
          putIfMet(each, met);
        }
      }
      return counted.total().plus(otherRows);
    }
  }
}
