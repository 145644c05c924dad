package org.alliedregistry.domain.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Selects statements in two steps (docs/arithmetic.md, 1). The <em>uncorrected</em> statements are
 * those that no other corrects or voids. They are in order of their day; within one day a
 * correction stands where its target stood. The <em>applicable</em> statements are those of them
 * that were said on or before the day asked about, at the grade of evidence asked for. The last
 * applicable statement of the strongest grade decides.
 */
public final class StatementSelection {

  private StatementSelection() {}

  /**
   * The statements that are neither corrected nor voided, in order of their own day, then of
   * recording. Within one day a correction stands where its target stood. Voiding a correction does
   * not restore its target.
   *
   * @param recorded in order of recording
   */
  public static <S extends AttributedStatement> List<S> uncorrected(List<S> recorded) {
    Map<String, Integer> place = new HashMap<>();
    Set<String> corrected = new HashSet<>();
    for (S statement : recorded) {
      String target = statement.attribution().corrects();
      if (target != null) {
        corrected.add(target);
      }
      Integer inherited = target == null ? null : place.get(target);
      place.put(statement.id(), inherited == null ? place.size() : inherited);
    }
    List<S> uncorrected = new ArrayList<>();
    for (S statement : recorded) {
      if (!corrected.contains(statement.id()) && !statement.attribution().isVoid()) {
        uncorrected.add(statement);
      }
    }
    uncorrected.sort(
        Comparator.comparing((S s) -> s.attribution().saidOn())
            .thenComparing(s -> place.getOrDefault(s.id(), 0)));
    return uncorrected;
  }

  /** Adds a statement that was recorded last and corrects nothing: it is the last of its day. */
  public static <S extends AttributedStatement> List<S> uncorrected(List<S> before, S next) {
    int place = before.size();
    while (place > 0
        && before.get(place - 1).attribution().saidOn().isAfter(next.attribution().saidOn())) {
      place--;
    }
    List<S> uncorrected = new ArrayList<>(before.size() + 1);
    uncorrected.addAll(before.subList(0, place));
    uncorrected.add(next);
    uncorrected.addAll(before.subList(place, before.size()));
    return uncorrected;
  }

  /**
   * The uncorrected statements that hold on the day, at the grade of evidence or a stronger one.
   */
  public static <S extends AttributedStatement> List<S> applicable(List<S> uncorrected, AsOf view) {
    List<S> applicable = new ArrayList<>(uncorrected.size());
    for (S statement : uncorrected) {
      if (!statement.attribution().saidOn().isAfter(view.validAt())
          && !statement.attribution().evidence().isWeakerThan(view.evidence())) {
        applicable.add(statement);
      }
    }
    return applicable;
  }

  /** All matching statements of the strongest evidence among them, in order. */
  public static <S extends AttributedStatement> List<S> strongest(
      List<S> applicable, Predicate<S> matches) {
    List<S> strongest = new ArrayList<>();
    for (S statement : applicable) {
      if (matches.test(statement)) {
        EvidenceGrade grade = statement.attribution().evidence();
        if (!strongest.isEmpty() && strongest.get(0).attribution().evidence().isWeakerThan(grade)) {
          strongest.clear();
        }
        if (strongest.isEmpty() || strongest.get(0).attribution().evidence() == grade) {
          strongest.add(statement);
        }
      }
    }
    return strongest;
  }

  /** The last matching statement of the strongest evidence among them. */
  public static <S extends AttributedStatement> Optional<S> deciding(
      List<S> applicable, Predicate<S> matches) {
    @Nullable S deciding = null;
    for (S statement : applicable) {
      if (matches.test(statement)
          && (deciding == null
              || !statement
                  .attribution()
                  .evidence()
                  .isWeakerThan(deciding.attribution().evidence()))) {
        deciding = statement;
      }
    }
    return Optional.ofNullable(deciding);
  }
}
