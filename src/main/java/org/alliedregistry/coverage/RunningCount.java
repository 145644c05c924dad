package org.alliedregistry.coverage;

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
import org.alliedregistry.baseline.Requirement;
import org.alliedregistry.pledge.Dossier;
import org.alliedregistry.pledge.Pledge;
import org.alliedregistry.pledge.Standing;
import org.alliedregistry.quantity.Interval;
import org.alliedregistry.quantity.UnitOfAccount;
import org.alliedregistry.reference.ConditionBook;
import org.alliedregistry.reference.ConditionFile;
import org.jspecify.annotations.Nullable;

/**
 * The count of one requirement while what it rests on changes piece by piece: only the pledges that
 * a piece touches are folded and counted again.
 */
final class RunningCount {

  private final CoverageQuery query;
  private final UnitOfAccount account;
  private final WorkLimit limit;
  private final Map<String, Dossier> dossiers = new LinkedHashMap<>();
  private final Map<String, Set<String>> families = new LinkedHashMap<>();
  private final Map<String, String> familyOf = new HashMap<>();
  private final Map<String, Standing> standings = new HashMap<>();
  private final Map<String, Set<String>> underCondition = new HashMap<>();
  private final Map<String, ConditionBook.Entry> conditions;
  private final Map<String, LocalDate> aheadOfDay = new HashMap<>();
  private final RunningSum sum = new RunningSum();
  private Rules rules;

  /**
   * @param day that end dates are held against at first
   */
  RunningCount(
      CoverageQuery query,
      Requirement requirement,
      Landscape start,
      LocalDate day,
      WorkLimit limit) {
    this.query = query;
    this.account = start.accountOf(requirement, query.baseline());
    this.limit = limit;
    this.conditions = ConditionBook.entries(start.conditions(), query.view());
    ConditionBook book = new ConditionBook(conditions, query.assumptions());
    this.rules = new Rules(query, requirement, book, day, limit);
    for (Dossier dossier : start.dossiersOf(requirement.capability())) {
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

  Collection<Standing> standings() {
    return standings.values();
  }

  Standing standing(String pledge) {
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
  List<Standing> turn(Dossier dossier) {
    Pledge pledge = dossier.pledge();
    dossiers.put(pledge.id(), dossier);
    String family = join(pledge);
    return family.equals(pledge.id())
        ? foldFamily(family)
        : List.of(fold(pledge.id(), standing(family)));
  }

  /** A condition is known otherwise. */
  void turn(ConditionFile file) {
    String code = file.condition().code();
    limit.spend(file.standing().size());
    ConditionBook.Entry now = ConditionBook.Entry.of(file, query.view());
    ConditionBook.Entry before = conditions.put(code, now);
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
    String family = RunningSum.family(pledge, dossiers::containsKey);
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
  private List<Standing> foldFamily(String family) {
    Standing before = standings.get(family);
    Standing whole = fold(family, null);
    List<Standing> folded = new ArrayList<>(List.of(whole));
    boolean lendsTheSame = before != null && before.lends().equals(whole.lends());
    for (String member : Objects.requireNonNull(families.get(family))) {
      if (!member.equals(family) && !(lendsTheSame && standings.containsKey(member))) {
        folded.add(fold(member, whole));
      }
    }
    return folded;
  }

  private Standing fold(String pledge, @Nullable Standing whole) {
    Dossier dossier = Objects.requireNonNull(dossiers.get(pledge));
    limit.spend(dossier.standing().size());
    Standing now = Standing.of(dossier, query.view(), account, whole);
    Standing before = standings.put(pledge, now);
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

  private static Set<String> codes(Standing standing) {
    return standing.terms().conditions().codes().keySet();
  }

  private void count(Standing standing) {
    String pledge = standing.pledge().id();
    LocalDate ahead = aheadOfDay.get(pledge);
    Rules own = ahead == null ? rules : rules.endingBy(ahead);
    sum.put(
        Objects.requireNonNull(familyOf.get(pledge)), pledge, Contribution.counted(standing, own));
  }
}
