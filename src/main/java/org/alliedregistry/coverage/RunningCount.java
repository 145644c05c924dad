package org.alliedregistry.coverage;

import java.time.LocalDate;
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

/**
 * The count of one requirement while what it rests on changes piece by piece: only the families
 * that a piece touches are counted again.
 */
final class RunningCount {

  private final CoverageQuery query;
  private final UnitOfAccount account;
  private final Map<String, Dossier> dossiers = new LinkedHashMap<>();
  private final Map<String, Set<String>> families = new LinkedHashMap<>();
  private final Map<String, Standing> standings = new HashMap<>();
  private final Map<String, Interval> counts = new HashMap<>();
  private final Map<String, LocalDate> aheadOfDay = new HashMap<>();
  private final Tally tally = new Tally();
  private Rules rules;

  /**
   * @param day that end dates are held against at first
   */
  RunningCount(CoverageQuery query, Requirement requirement, Landscape start, LocalDate day) {
    this.query = query;
    this.account = start.accountOf(requirement, query.baseline());
    this.rules =
        new Rules(
            query,
            requirement,
            ConditionBook.of(start.conditions(), query.view(), query.assumptions()),
            day);
    for (Dossier dossier : start.dossiersOf(requirement.capability())) {
      if (requirement.accepts(dossier.pledge().purpose())) {
        dossiers.put(dossier.pledge().id(), dossier);
      }
    }
    dossiers.values().forEach(d -> join(d.pledge()));
    families.keySet().forEach(this::fold);
    families.keySet().forEach(this::count);
  }

  Interval total() {
    return tally.total();
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
   * @return those that stand otherwise now: its family
   */
  List<Standing> turn(Dossier dossier) {
    Pledge pledge = dossier.pledge();
    Dossier before = dossiers.put(pledge.id(), dossier);
    if (before != null && !root(before.pledge()).equals(root(pledge))) {
      leave(before.pledge());
    }
    String root = join(pledge);
    fold(root);
    count(root);
    return Objects.requireNonNull(families.get(root)).stream().map(this::standing).toList();
  }

  /** A condition is known otherwise. */
  void turn(ConditionFile file) {
    String code = file.condition().code();
    rules = rules.under(rules.conditions().with(ConditionBook.Entry.of(file, query.view())));
    for (String root : families.keySet()) {
      if (family(root).isUnder(code)) {
        count(root);
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
    count(root(pledge));
  }

  private String root(Pledge pledge) {
    return Family.root(pledge, dossiers::containsKey);
  }

  private String join(Pledge pledge) {
    String root = root(pledge);
    families.computeIfAbsent(root, id -> new LinkedHashSet<>()).add(pledge.id());
    return root;
  }

  private void leave(Pledge pledge) {
    String root = root(pledge);
    Set<String> members = Objects.requireNonNull(families.get(root));
    members.remove(pledge.id());
    if (members.isEmpty()) {
      families.remove(root);
      tally.remove(Objects.requireNonNull(counts.remove(root)));
    } else {
      count(root);
    }
  }

  private void fold(String root) {
    Standing whole =
        Standing.of(Objects.requireNonNull(dossiers.get(root)), query.view(), account, null);
    standings.put(root, whole);
    for (String member : Objects.requireNonNull(families.get(root))) {
      if (!member.equals(root)) {
        Dossier part = Objects.requireNonNull(dossiers.get(member));
        standings.put(member, Standing.of(part, query.view(), account, whole));
      }
    }
  }

  private Family family(String root) {
    return new Family(
        Objects.requireNonNull(families.get(root)).stream().map(this::standing).toList());
  }

  private void count(String root) {
    Interval counted = family(root).counted(this::rulesFor);
    Interval before = counts.put(root, counted);
    if (before != null) {
      tally.remove(before);
    }
    tally.add(counted);
  }

  private Rules rulesFor(Standing standing) {
    LocalDate ahead = aheadOfDay.get(standing.pledge().id());
    return ahead == null ? rules : rules.endingBy(ahead);
  }
}
