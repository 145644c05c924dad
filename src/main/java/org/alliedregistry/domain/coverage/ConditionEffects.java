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
import org.alliedregistry.domain.coverage.contribution.CountedAndStated;
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
    Map<String, BigDecimal> gains, Map<String, CountedAndStated> ifFailed, Interval ifAllMet) {

  static final ConditionEffects NONE = new ConditionEffects(Map.of(), Map.of(), Interval.ZERO);

  /**
   * @param asked what counts by the question
   */
  static ConditionEffects of(
      List<Contribution> contributions, ContributionRules rules, Interval asked) {
    if (contributions.stream().allMatch(c -> c.state().terms().conditions().codes().isEmpty())) {
      return new ConditionEffects(Map.of(), Map.of(), asked);
    }
    Computation computation = new Computation(contributions, rules);
    return new ConditionEffects(
        computation.gains(), computation.ifFailed(), computation.ifAllMet());
  }

  /**
   * Replaces the contributions of some pledges, reads the sums, and puts them back. Only {@code
   * ifAllMet} does not put them back, so it is called last.
   */
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
      counted.put(groupOf(each), each.pledge().id(), each.counted());
      stated.put(groupOf(each), each.pledge().id(), each.stated());
    }

    private void putCounted(Contribution each, ContributionRules others) {
      counted.put(groupOf(each), each.pledge().id(), Contribution.counted(each.state(), others));
    }

    private String groupOf(Contribution each) {
      return IncrementalSum.groupOf(each.pledge(), ids::contains);
    }

    private ContributionRules assuming(String code, State state) {
      return rules.under(rules.conditions().and(code, state));
    }

    private State state(String code, Contribution each) {
      return rules.conditions().state(code, each.pledge().allies());
    }

    /** Code → the pledges that stand under the condition and for which it has another state. */
    private Map<String, List<Contribution>> pledgesInAnotherState(State state) {
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
      pledgesInAnotherState(State.MET)
          .forEach(
              (code, those) -> {
                ContributionRules met = assuming(code, State.MET);
                those.forEach(each -> putCounted(each, met));
                gains.put(code, counted.total().low().subtract(asked));
                those.forEach(this::put);
              });
      gains.values().removeIf(gain -> gain.signum() == 0);
      return gains;
    }

    /** It does not matter which condition of a pledge has failed, so each is computed once. */
    Map<String, CountedAndStated> ifFailed() {
      Map<String, Contribution> failed = new HashMap<>();
      Map<String, CountedAndStated> amounts = new HashMap<>();
      pledgesInAnotherState(State.FAILED)
          .forEach(
              (code, those) -> {
                ContributionRules others = assuming(code, State.FAILED);
                // a pledge that counts nothing has nothing to lose
                for (Contribution each : those) {
                  if (each.counted().range().isZero()) {
                    continue;
                  }
                  put(
                      failed.computeIfAbsent(
                          each.pledge().id(),
                          id -> Contribution.of(each.state(), others, others.query().rung())));
                }
                amounts.put(code, new CountedAndStated(counted.total(), stated.total()));
                those.forEach(this::put);
              });
      return amounts;
    }

    Interval ifAllMet() {
      for (Contribution each : contributions) {
        if (!each.assessment().open().isEmpty()) {
          ContributionRules met = rules;
          for (String code : each.assessment().open()) {
            met = met.under(met.conditions().and(code, State.MET));
          }
          putCounted(each, met);
        }
      }
      return counted.total();
    }
  }
}
