package org.alliedregistry.domain.coverage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.alliedregistry.domain.baseline.Requirement;
import org.alliedregistry.domain.coverage.contribution.Contribution;
import org.alliedregistry.domain.coverage.contribution.ContributionRules;
import org.alliedregistry.domain.coverage.contribution.ContributionSum;
import org.alliedregistry.domain.coverage.contribution.CountedAndStated;
import org.alliedregistry.domain.coverage.contribution.CoverageQuery;
import org.alliedregistry.domain.coverage.contribution.IncrementalSum;
import org.alliedregistry.domain.coverage.contribution.PledgeStates;
import org.alliedregistry.domain.coverage.contribution.WorkLimit;
import org.alliedregistry.domain.pledge.PledgeState;
import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.domain.record.CoverageInput;
import org.alliedregistry.domain.reference.Condition.State;
import org.alliedregistry.domain.reference.ConditionStates;
import org.jspecify.annotations.Nullable;

/**
 * The marginal value of each ally and of each open condition for one requirement, the greatest
 * first (docs/arithmetic.md, 9).
 */
public record Marginals(
    Requirement requirement,
    String unitOfAccount,
    Interval counted,
    Interval stated,
    List<OfAlly> allies,
    List<OfCondition> conditions) {

  /** The loss without one ally, with the rest of the question unchanged. */
  public record OfAlly(
      String ally, Difference lost, Difference statedLost, Verdict verdictWithout) {}

  /** The gain if one open condition is met for all, with the rest of the question unchanged. */
  public record OfCondition(
      String code, Difference unlocks, Difference statedUnlocks, Verdict verdictWith) {}

  public static List<Marginals> of(CoverageQuery query, CoverageInput input) {
    return of(query, input, WorkLimit.NONE);
  }

  /** The marginal values of every requirement of the baseline. */
  public static List<Marginals> of(CoverageQuery query, CoverageInput input, WorkLimit limit) {
    ConditionStates conditions =
        ConditionStates.of(input.conditions(), query.view(), query.assumptions());
    return query.baseline().requirements().stream()
        .map(requirement -> new ContributionRules(query, requirement, conditions, limit))
        .map(rules -> new MarginalCalculator(rules, input).marginals())
        .toList();
  }

  /**
   * Sums one requirement once. For each ally and condition it then counts only the pledges
   * concerned again, and restores them.
   */
  private static final class MarginalCalculator {

    private final ContributionRules rules;
    private final Map<String, PledgeState> states = new LinkedHashMap<>();
    private final Map<String, @Nullable Contribution> asAsked = new HashMap<>();
    private final ContributionSum sum = new ContributionSum();
    private final String unitOfAccount;
    private final CountedAndStated counts;
    private final @Nullable BigDecimal required;

    MarginalCalculator(ContributionRules rules, CoverageInput input) {
      CoverageQuery query = rules.query();
      Requirement requirement = rules.requirement();
      this.rules = rules;
      PledgeStates.of(input, rules).forEach(s -> states.put(s.pledge().id(), s));
      for (PledgeState state : states.values()) {
        Contribution asked = Contribution.asked(state, rules);
        asAsked.put(state.pledge().id(), asked);
        sum.put(groupOf(state), state.pledge().id(), asked);
      }
      this.unitOfAccount = input.capabilityOf(requirement).unitOfAccount();
      this.counts = sum.total();
      this.required =
          query
              .baseline()
              .requiredInAccount(requirement, input.capabilityOf(requirement))
              .orElse(null);
    }

    private String groupOf(PledgeState state) {
      return IncrementalSum.groupOf(state.pledge(), states::containsKey);
    }

    Marginals marginals() {
      List<OfAlly> allies = new ArrayList<>();
      contributors().forEach((ally, pledges) -> allies.add(without(ally, pledges)));
      List<OfCondition> conditions = new ArrayList<>();
      underOpenCondition().forEach((code, pledges) -> conditions.add(with(code, pledges)));
      return new Marginals(
          rules.requirement(),
          unitOfAccount,
          rules.query().afterRotation(counts.counted()),
          rules.query().afterRotation(counts.stated()),
          allies.stream().sorted(BY_LOSS).toList(),
          conditions.stream().sorted(BY_GAIN).toList());
    }

    private Verdict verdict(Interval counted) {
      return Score.of(counted, required, rules.query().rotation()).verdict();
    }

    private Difference difference(Interval before, Interval after) {
      return Difference.between(
          rules.query().afterRotation(before), rules.query().afterRotation(after));
    }

    /** The allies asked about that have a pledge in a group with a count above 0. */
    private SortedMap<String, List<PledgeState>> contributors() {
      SortedMap<String, List<PledgeState>> pledges = new TreeMap<>();
      SortedMap<String, List<PledgeState>> contributors = new TreeMap<>();
      for (PledgeState state : states.values()) {
        for (String ally : rules.query().allies().inRole(state.pledge())) {
          List<PledgeState> its = pledges.computeIfAbsent(ally, a -> new ArrayList<>());
          its.add(state);
          if (rules.query().allies().keeps(ally)
              && rules.asksAbout(state)
              && !sum.counted(groupOf(state)).isZero()) {
            contributors.put(ally, its);
          }
        }
      }
      return contributors;
    }

    /** The conditions that are open and change the count, and the pledges under each. */
    private SortedMap<String, List<PledgeState>> underOpenCondition() {
      SortedMap<String, List<PledgeState>> under = new TreeMap<>();
      SortedMap<String, List<PledgeState>> open = new TreeMap<>();
      for (PledgeState state : states.values()) {
        for (String code : state.terms().conditions().codes().keySet()) {
          under.computeIfAbsent(code, c -> new ArrayList<>()).add(state);
        }
      }
      asAsked.values().stream()
          .flatMap(asked -> asked == null ? Stream.empty() : asked.assessment().open().stream())
          .forEach(code -> open.put(code, under.getOrDefault(code, List.of())));
      return open;
    }

    private OfAlly without(String ally, List<PledgeState> pledges) {
      ContributionRules others = rules.withAllies(rules.query().allies().andWithout(ally));
      CountedAndStated left = recounted(pledges, others);
      return new OfAlly(
          ally,
          difference(left.counted(), counts.counted()),
          difference(left.stated(), counts.stated()),
          verdict(left.counted()));
    }

    private OfCondition with(String code, List<PledgeState> pledges) {
      ContributionRules met = rules.under(rules.conditions().and(code, State.MET));
      CountedAndStated then = recounted(pledges, met);
      return new OfCondition(
          code,
          difference(counts.counted(), then.counted()),
          difference(counts.stated(), then.stated()),
          verdict(then.counted()));
    }

    /** The count with other rules for some pledges. */
    private CountedAndStated recounted(List<PledgeState> pledges, ContributionRules others) {
      for (PledgeState each : pledges) {
        sum.put(groupOf(each), each.pledge().id(), Contribution.asked(each, others));
      }
      CountedAndStated then = sum.total();
      for (PledgeState each : pledges) {
        sum.put(groupOf(each), each.pledge().id(), asAsked.get(each.pledge().id()));
      }
      return then;
    }
  }

  private static final Comparator<Difference> GREATEST_FIRST =
      Comparator.comparing(Difference::low)
          .thenComparing(
              Difference::high, Comparator.nullsLast(Comparator.<BigDecimal>naturalOrder()))
          .reversed();
  private static final Comparator<OfAlly> BY_LOSS =
      by(OfAlly::lost).thenComparing(by(OfAlly::statedLost)).thenComparing(OfAlly::ally);
  private static final Comparator<OfCondition> BY_GAIN =
      by(OfCondition::unlocks)
          .thenComparing(by(OfCondition::statedUnlocks))
          .thenComparing(OfCondition::code);

  private static <T> Comparator<T> by(Function<T, Difference> difference) {
    return Comparator.comparing(difference, GREATEST_FIRST);
  }
}
