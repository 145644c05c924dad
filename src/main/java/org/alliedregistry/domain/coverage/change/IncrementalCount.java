package org.alliedregistry.domain.coverage.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.alliedregistry.domain.baseline.Requirement;
import org.alliedregistry.domain.coverage.contribution.Contribution;
import org.alliedregistry.domain.coverage.contribution.ContributionRules;
import org.alliedregistry.domain.coverage.contribution.CoverageQuery;
import org.alliedregistry.domain.coverage.contribution.IncrementalSum;
import org.alliedregistry.domain.coverage.contribution.WorkLimit;
import org.alliedregistry.domain.pledge.Pledge;
import org.alliedregistry.domain.pledge.PledgeState;
import org.alliedregistry.domain.pledge.PledgeStatements;
import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.domain.quantity.UnitOfAccount;
import org.alliedregistry.domain.record.CoverageInput;
import org.alliedregistry.domain.reference.ConditionStatements;
import org.alliedregistry.domain.reference.ConditionStates;
import org.jspecify.annotations.Nullable;

/**
 * The count of one requirement while what it rests on changes piece by piece: only the pledges that
 * a piece touches are folded and counted again.
 */
final class IncrementalCount {

  private final CoverageQuery query;
  private final UnitOfAccount account;
  private final WorkLimit limit;
  private final Map<String, PledgeStatements> dossiers = new LinkedHashMap<>();
  private final Map<String, Set<String>> families = new LinkedHashMap<>();
  private final Map<String, String> familyOf = new HashMap<>();
  private final Map<String, PledgeState> standings = new HashMap<>();
  private final Map<String, Set<String>> underCondition = new HashMap<>();
  private final Map<String, ConditionStates.Entry> conditions;
  private final Map<String, LocalDate> aheadOfDay = new HashMap<>();
  private final IncrementalSum sum = new IncrementalSum();
  private ContributionRules rules;

  /**
   * @param day that end dates are held against at first
   */
  IncrementalCount(
      CoverageQuery query,
      Requirement requirement,
      CoverageInput start,
      LocalDate day,
      WorkLimit limit) {
    this.query = query;
    this.account = start.accountOf(requirement, query.baseline());
    this.limit = limit;
    this.conditions = ConditionStates.entries(start.conditions(), query.view());
    ConditionStates book = new ConditionStates(conditions, query.assumptions());
    this.rules = new ContributionRules(query, requirement, book, day, limit);
    for (PledgeStatements dossier : start.dossiersOf(requirement.capability())) {
      if (requirement.accepts(dossier.pledge().purpose())) {
        dossiers.put(dossier.pledge().id(), dossier);
      }
    }
    dossiers.values().forEach(d -> join(d.pledge()));
    families.keySet().forEach(this::foldFamily);
  }

  Interval total() {
    return sum.total();
  }

  Collection<PledgeState> standings() {
    return standings.values();
  }

  PledgeState standing(String pledge) {
    return Objects.requireNonNull(standings.get(pledge));
  }

  boolean isAbout(Pledge pledge) {
    return rules.requirement().capability().equals(pledge.capability())
        && rules.requirement().accepts(pledge.purpose());
  }

  /**
   * A pledge is known otherwise.
   *
   * @return those that stand otherwise now: itself, and its parts where it lends them something
   *     else
   */
  List<PledgeState> turn(PledgeStatements dossier) {
    Pledge pledge = dossier.pledge();
    dossiers.put(pledge.id(), dossier);
    String family = join(pledge);
    return family.equals(pledge.id())
        ? foldFamily(family)
        : List.of(fold(pledge.id(), standing(family)));
  }

  /** A condition is known otherwise. */
  void turn(ConditionStatements file) {
    String code = file.condition().code();
    limit.spend(file.standing().size());
    ConditionStates.Entry now = ConditionStates.Entry.of(file, query.view());
    ConditionStates.Entry before = conditions.put(code, now);
    for (String pledge : underCondition.getOrDefault(code, Set.of())) {
      limit.spend(1);
      if (before == null || !before.agreesWith(now, standing(pledge).pledge().allies())) {
        count(standing(pledge));
      }
    }
  }

  /** A day begins for all pledges. */
  void begin(LocalDate day) {
    aheadOfDay.clear();
    rules = rules.endingBy(day);
  }

  /** A day begins for one pledge, before it does for all. */
  void begin(LocalDate day, Pledge pledge) {
    aheadOfDay.put(pledge.id(), day);
    count(standing(pledge.id()));
  }

  /** Puts a pledge into the family that it is in now. */
  private String join(Pledge pledge) {
    String family = IncrementalSum.family(pledge, dossiers::containsKey);
    String before = familyOf.put(pledge.id(), family);
    if (before != null && !before.equals(family)) {
      leave(pledge.id(), before);
    }
    families.computeIfAbsent(family, id -> new LinkedHashSet<>()).add(pledge.id());
    return family;
  }

  private void leave(String pledge, String family) {
    sum.put(family, pledge, null);
    Set<String> members = Objects.requireNonNull(families.get(family));
    members.remove(pledge);
    if (members.isEmpty()) {
      families.remove(family);
    }
  }

  /** Folds a whole, and its parts unless what it lends them is what it lent them before. */
  private List<PledgeState> foldFamily(String family) {
    PledgeState before = standings.get(family);
    PledgeState whole = fold(family, null);
    List<PledgeState> folded = new ArrayList<>(List.of(whole));
    boolean lendsTheSame = before != null && before.lends().equals(whole.lends());
    for (String member : Objects.requireNonNull(families.get(family))) {
      if (!member.equals(family) && !(lendsTheSame && standings.containsKey(member))) {
        folded.add(fold(member, whole));
      }
    }
    return folded;
  }

  private PledgeState fold(String pledge, @Nullable PledgeState whole) {
    PledgeStatements dossier = Objects.requireNonNull(dossiers.get(pledge));
    limit.spend(dossier.standing().size());
    PledgeState now = PledgeState.of(dossier, query.view(), account, whole);
    PledgeState before = standings.put(pledge, now);
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

  private static Set<String> codes(PledgeState standing) {
    return standing.terms().conditions().codes().keySet();
  }

  private void count(PledgeState standing) {
    String pledge = standing.pledge().id();
    LocalDate ahead = aheadOfDay.get(pledge);
    ContributionRules own = ahead == null ? rules : rules.endingBy(ahead);
    sum.put(
        Objects.requireNonNull(familyOf.get(pledge)), pledge, Contribution.counted(standing, own));
  }
}
