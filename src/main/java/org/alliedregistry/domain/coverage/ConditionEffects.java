package org.alliedregistry.domain.coverage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.alliedregistry.domain.coverage.contribution.Contribution;
import org.alliedregistry.domain.coverage.contribution.ContributionRules;
import org.alliedregistry.domain.coverage.contribution.IncrementalSum;
import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.domain.reference.Condition.State;

/**
 * How the count of some pledges depends on their conditions. All else stays as in the question.
 *
 * @param gains code → what the certain amount gains if that condition is met for all; those without
 *     a gain are left out
 * @param ifFailed code → what counts if that condition failed for all
 * @param ifAllMet what counts if every open condition is met; one that failed stays so
 */
record ConditionEffects(
    Map<String, BigDecimal> gains, Map<String, Amounts> ifFailed, Interval ifAllMet) {

  static final ConditionEffects NONE = new ConditionEffects(Map.of(), Map.of(), Interval.ZERO);

  /** What counts, and what counts on stated numbers. */
  record Amounts(Interval counted, Interval stated) {}

  static ConditionEffects of(List<Contribution> contributions, ContributionRules rules) {
    Computation computation = new Computation(contributions, rules);
    return new ConditionEffects(
        computation.gains(), computation.ifFailed(), computation.ifAllMet());
  }

  /** Replaces the contributions of some pledges, reads the sums, and puts them back. */
  private static final class Computation {

    private final List<Contribution> contributions;
    private final ContributionRules rules;
    private final Set<String> ids;
    private final IncrementalSum counted = new IncrementalSum();
    private final IncrementalSum stated = new IncrementalSum();

    Computation(List<Contribution> contributions, ContributionRules rules) {
      this.contributions = contributions;
      this.rules = rules;
      this.ids = contributions.stream().map(c -> c.pledge().id()).collect(Collectors.toSet());
      contributions.forEach(this::put);
    }

    private void put(Contribution each) {
      String group = IncrementalSum.groupOf(each.pledge(), ids::contains);
      counted.put(group, each.pledge().id(), each.counted());
      stated.put(group, each.pledge().id(), each.stated());
    }

    private Contribution under(Contribution each, String code, State state) {
      return Contribution.of(
          each.state(), rules.under(rules.conditions().and(code, state)), rules.query().rung());
    }

    private State state(String code, Contribution each) {
      return rules.conditions().state(code, each.pledge().allies());
    }

    /** Code → the pledges that stand under the condition and for which it has another state. */
    private Map<String, List<Contribution>> withoutState(State state) {
      Map<String, List<Contribution>> byCode = new HashMap<>();
      for (Contribution each : contributions) {
        for (String code : each.state().terms().conditions().codes().keySet()) {
          if (state(code, each) != state) {
            byCode.computeIfAbsent(code, c -> new ArrayList<>()).add(each);
          }
        }
      }
      return byCode;
    }

    Map<String, BigDecimal> gains() {
      BigDecimal asked = counted.total().low();
      Map<String, BigDecimal> gains = new HashMap<>();
      withoutState(State.MET)
          .forEach(
              (code, those) -> {
                those.forEach(each -> put(under(each, code, State.MET)));
                gains.put(code, counted.total().low().subtract(asked));
                those.forEach(this::put);
              });
      gains.values().removeIf(gain -> gain.signum() == 0);
      return gains;
    }

    Map<String, Amounts> ifFailed() {
      // it does not matter which condition of a pledge has failed, so each is computed once
      Map<String, Contribution> failed = new HashMap<>();
      Map<String, Amounts> amounts = new HashMap<>();
      withoutState(State.FAILED)
          .forEach(
              (code, those) -> {
                for (Contribution each : those) {
                  put(
                      failed.computeIfAbsent(
                          each.pledge().id(), id -> under(each, code, State.FAILED)));
                }
                amounts.put(code, new Amounts(counted.total(), stated.total()));
                those.forEach(this::put);
              });
      return amounts;
    }

    Interval ifAllMet() {
      for (Contribution each : contributions) {
        ContributionRules met = rules;
        for (String code : each.assessment().open()) {
          met = met.under(met.conditions().and(code, State.MET));
        }
        if (!each.assessment().open().isEmpty()) {
          put(Contribution.of(each.state(), met, rules.query().rung()));
        }
      }
      return counted.total();
    }
  }
}
