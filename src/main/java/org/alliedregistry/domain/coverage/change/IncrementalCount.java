package org.alliedregistry.domain.coverage.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.alliedregistry.domain.baseline.Requirement;
import org.alliedregistry.domain.coverage.contribution.Contribution;
import org.alliedregistry.domain.coverage.contribution.ContributionRules;
import org.alliedregistry.domain.coverage.contribution.ContributionSum;
import org.alliedregistry.domain.coverage.contribution.CountedAndStated;
import org.alliedregistry.domain.coverage.contribution.CoverageQuery;
import org.alliedregistry.domain.coverage.contribution.IncrementalSum;
import org.alliedregistry.domain.coverage.contribution.WorkLimit;
import org.alliedregistry.domain.pledge.Pledge;
import org.alliedregistry.domain.pledge.PledgeState;
import org.alliedregistry.domain.pledge.PledgeStatements;
import org.alliedregistry.domain.quantity.ExchangeRates;
import org.alliedregistry.domain.quantity.UnitOfAccount;
import org.alliedregistry.domain.record.CoverageInput;
import org.alliedregistry.domain.reference.ConditionStatements;
import org.alliedregistry.domain.reference.ConditionStates;
import org.jspecify.annotations.Nullable;

/**
 * The count of one requirement, updated for one change of the record at a time. Only the pledges
 * that a change affects are folded and counted again.
 */
final class IncrementalCount {

  private final CoverageQuery query;
  private final CoverageInput start;
  private UnitOfAccount account;
  private final WorkLimit limit;
  private final Map<String, PledgeStatements> pledges = new LinkedHashMap<>();
  private final Map<String, Set<String>> groups = new LinkedHashMap<>();
  private final Map<String, String> groupOf = new HashMap<>();
  private final Map<String, PledgeState> states = new HashMap<>();
  private final Map<String, Set<String>> underCondition = new HashMap<>();
  private final Map<String, ConditionStates.ConditionEvidence> conditions;
  private final Map<String, LocalDate> aheadOfDay = new HashMap<>();
  private final Set<String> unquantified = new HashSet<>();

  /** The pledges that entered or left {@link #unquantified} since the last mark. */
  private final Set<String> unquantifiedSinceMark = new HashSet<>();

  private final ContributionSum sum = new ContributionSum();
  private ContributionRules rules;

  /**
   * @param day the day that end dates are compared with at first
   * @param asOf the day that the age of promises is measured on at first
   */
  IncrementalCount(
      CoverageQuery query,
      Requirement requirement,
      CoverageInput start,
      LocalDate day,
      LocalDate asOf,
      WorkLimit limit) {
    this.query = query;
    this.start = start;
    this.account = query.accountOf(requirement, start, day);
    this.limit = limit;
    this.conditions = ConditionStates.entries(start.conditions(), query.view());
    ConditionStates states = new ConditionStates(conditions, query.assumptions());
    this.rules = new ContributionRules(query, requirement, states, day, asOf, limit);
    for (PledgeStatements statements : start.pledgesOf(requirement.capability())) {
      if (requirement.accepts(statements.pledge().purpose())) {
        pledges.put(statements.pledge().id(), statements);
      }
    }
    pledges.values().forEach(d -> join(d.pledge()));
    groups.keySet().forEach(this::foldGroup);
  }

  CountedAndStated total() {
    return sum.total();
  }

  /** The pledges that count without a number. */
  Set<String> unquantified() {
    return unquantified;
  }

  /** Marks a moment for {@link #hasOtherUnquantified}. */
  void mark() {
    unquantifiedSinceMark.clear();
  }

  /** Whether other pledges count without a number than at the last mark. */
  boolean hasOtherUnquantified() {
    return !unquantifiedSinceMark.isEmpty();
  }

  Collection<PledgeState> states() {
    return states.values();
  }

  PledgeState state(String pledge) {
    return Objects.requireNonNull(states.get(pledge));
  }

  boolean isAbout(Pledge pledge) {
    return rules.requirement().capability().equals(pledge.capability())
        && rules.requirement().accepts(pledge.purpose());
  }

  /**
   * Updates a pledge.
   *
   * @return the states that may have changed: its own, and those of its parts if they inherit other
   *     terms
   */
  List<PledgeState> update(PledgeStatements statements) {
    Pledge pledge = statements.pledge();
    pledges.put(pledge.id(), statements);
    String group = join(pledge);
    return group.equals(pledge.id()) ? foldGroup(group) : List.of(fold(pledge.id(), state(group)));
  }

  /** Updates a condition. */
  void update(ConditionStatements statements) {
    String code = statements.condition().code();
    limit.spend(statements.uncorrected().size());
    ConditionStates.ConditionEvidence now =
        ConditionStates.ConditionEvidence.of(statements, query.view());
    ConditionStates.ConditionEvidence before = conditions.put(code, now);
    for (String pledge : underCondition.getOrDefault(code, Set.of())) {
      limit.spend(1);
      if (before == null || !before.agreesWith(now, state(pledge).pledge().allies())) {
        count(state(pledge));
      }
    }
  }

  /** Begins a day for all pledges. */
  void advanceTo(LocalDate day) {
    aheadOfDay.clear();
    rules = on(day, rules);
  }

  /** A question about one day of availability keeps its day. Promises get older all the same. */
  private ContributionRules on(LocalDate day, ContributionRules before) {
    ContributionRules aged = before.agedOn(day);
    return query.availableOn() == null ? aged.endingBy(day) : aged;
  }

  /** Whether other exchange rates lead to the unit of account. */
  boolean areRatesDifferent(Map<String, ExchangeRates> before, Map<String, ExchangeRates> after) {
    return !leadingToAccount(before).equals(leadingToAccount(after));
  }

  private Set<ExchangeRates> leadingToAccount(Map<String, ExchangeRates> rates) {
    return rates.values().stream()
        .filter(series -> series.in().equals(account.unit()))
        .collect(Collectors.toSet());
  }

  /** Begins a calendar year: every amount is converted again. No pledge ends by it. */
  void beginYear(LocalDate firstDay) {
    account = query.accountOf(rules.requirement(), start, firstDay);
    states.clear();
    groups.keySet().forEach(this::foldGroup);
  }

  /** Begins a day for one pledge, before it begins for all. */
  void advanceTo(LocalDate day, Pledge pledge) {
    aheadOfDay.put(pledge.id(), day);
    count(state(pledge.id()));
  }

  /** Puts a pledge into its present group. */
  private String join(Pledge pledge) {
    String group = IncrementalSum.groupOf(pledge, pledges::containsKey);
    String before = groupOf.put(pledge.id(), group);
    if (before != null && !before.equals(group)) {
      leave(pledge.id(), before);
    }
    groups.computeIfAbsent(group, id -> new LinkedHashSet<>()).add(pledge.id());
    return group;
  }

  private void leave(String pledge, String group) {
    sum.put(group, pledge, null);
    Set<String> members = Objects.requireNonNull(groups.get(group));
    members.remove(pledge);
    if (members.isEmpty()) {
      groups.remove(group);
    }
  }

  /** Folds a whole, and its parts unless they inherit the same terms as before. */
  private List<PledgeState> foldGroup(String group) {
    PledgeState before = states.get(group);
    PledgeState whole = fold(group, null);
    List<PledgeState> folded = new ArrayList<>(List.of(whole));
    boolean inheritsTheSame =
        before != null && before.inheritedByParts().equals(whole.inheritedByParts());
    for (String member : Objects.requireNonNull(groups.get(group))) {
      if (!member.equals(group) && !(inheritsTheSame && states.containsKey(member))) {
        folded.add(fold(member, whole));
      }
    }
    return folded;
  }

  private PledgeState fold(String pledge, @Nullable PledgeState whole) {
    PledgeStatements statements = Objects.requireNonNull(pledges.get(pledge));
    limit.spend(statements.uncorrected().size());
    PledgeState now = PledgeState.of(statements, query.view(), account, whole);
    PledgeState before = states.put(pledge, now);
    Set<String> codesBefore = before == null ? Set.of() : codes(before);
    if (!codesBefore.equals(codes(now))) {
      codesBefore.forEach(code -> underCondition.getOrDefault(code, Set.of()).remove(pledge));
      codes(now)
          .forEach(
              code -> underCondition.computeIfAbsent(code, c -> new LinkedHashSet<>()).add(pledge));
    }
    count(now);
    return now;
  }

  private static Set<String> codes(PledgeState state) {
    return state.terms().conditions().codes().keySet();
  }

  private void count(PledgeState state) {
    String pledge = state.pledge().id();
    LocalDate ahead = aheadOfDay.get(pledge);
    ContributionRules own = ahead == null ? rules : on(ahead, rules);
    Contribution now = Contribution.asked(state, own);
    sum.put(Objects.requireNonNull(groupOf.get(pledge)), pledge, now);
    boolean isUnquantified = now != null && now.isUnquantified();
    boolean changes = isUnquantified ? unquantified.add(pledge) : unquantified.remove(pledge);
    if (changes && !unquantifiedSinceMark.remove(pledge)) {
      unquantifiedSinceMark.add(pledge);
    }
  }
}
