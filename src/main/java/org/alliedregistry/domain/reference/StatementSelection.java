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
 * Which statements are heard, in which order, and which of them decides: corrections stand in their
 * target's place, then the day and the grade of evidence asked for apply (docs/arithmetic.md, 1).
 */
public final class StatementSelection {

  private StatementSelection() {}

  /**
   * What stands of the statements given in order of recording: without the corrected and the
   * voided, in order of their day, then of recording (a correction: its target's).
   */
  public static <S extends AttributedStatement> List<S> withoutCorrected(List<S> recorded) {
    Map<String, Integer> place = new HashMap<>();
    Set<String> corrected = new HashSet<>();
    for (S statement : recorded) {
      String target = statement.said().corrects();
      if (target != null) {
        corrected.add(target);
      }
      Integer inherited = target == null ? null : place.get(target);
      place.put(statement.id(), inherited == null ? place.size() : inherited);
    }
    List<S> withoutCorrected = new ArrayList<>();
    for (S statement : recorded) {
      if (!corrected.contains(statement.id()) && !statement.said().isVoid()) {
        withoutCorrected.add(statement);
      }
    }
    withoutCorrected.sort(
        Comparator.comparing((S s) -> s.said().saidOn())
            .thenComparing(s -> place.getOrDefault(s.id(), 0)));
    return withoutCorrected;
  }

  /** What stands with one more, recorded last, that corrects nothing: it is the last of its day. */
  public static <S extends AttributedStatement> List<S> withoutCorrected(List<S> before, S next) {
    int place = before.size();
    while (place > 0 && before.get(place - 1).said().saidOn().isAfter(next.said().saidOn())) {
      place--;
    }
    List<S> withoutCorrected = new ArrayList<>(before.size() + 1);
    withoutCorrected.addAll(before.subList(0, place));
    withoutCorrected.add(next);
    withoutCorrected.addAll(before.subList(place, before.size()));
    return withoutCorrected;
  }

  /** Those of the standing statements that hold on the day, at the grade or stronger. */
  public static <S extends AttributedStatement> List<S> applicable(
      List<S> withoutCorrected, AsOf view) {
    List<S> applicable = new ArrayList<>(withoutCorrected.size());
    for (S statement : withoutCorrected) {
      if (!statement.said().saidOn().isAfter(view.validAt())
          && !statement.said().evidence().isWeakerThan(view.evidence())) {
        applicable.add(statement);
      }
    }
    return applicable;
  }

  /** Of those that speak of it, all of the strongest evidence, in order. */
  public static <S extends AttributedStatement> List<S> strongest(
      List<S> applicable, Predicate<S> speaksOfIt) {
    List<S> strongest = new ArrayList<>();
    for (S statement : applicable) {
      if (speaksOfIt.test(statement)) {
        EvidenceGrade grade = statement.said().evidence();
        if (!strongest.isEmpty() && strongest.get(0).said().evidence().isWeakerThan(grade)) {
          strongest.clear();
        }
        if (strongest.isEmpty() || strongest.get(0).said().evidence() == grade) {
          strongest.add(statement);
        }
      }
    }
    return strongest;
  }

  /** Of the strongest that speak of it, the last. */
  public static <S extends AttributedStatement> Optional<S> deciding(
      List<S> applicable, Predicate<S> speaksOfIt) {
    @Nullable S deciding = null;
    for (S statement : applicable) {
      if (speaksOfIt.test(statement)
          && (deciding == null
              || !statement.said().evidence().isWeakerThan(deciding.said().evidence()))) {
        deciding = statement;
      }
    }
    return Optional.ofNullable(deciding);
  }
}
