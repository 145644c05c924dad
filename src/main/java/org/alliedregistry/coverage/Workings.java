package org.alliedregistry.coverage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alliedregistry.pledge.Binders;
import org.alliedregistry.reference.ConditionFile;
import org.jspecify.annotations.Nullable;

/**
 * An answer with what it was added up from, so that the next one counts anew only what is not the
 * same any more. Immutable; without a trace.
 *
 * @param subtotals of each requirement, of each binder
 */
public record Workings(
    CoverageQuery query, Landscape landscape, List<List<Subtotal>> subtotals, Coverage coverage) {

  /** What the question and its answer take, with room for the longest. */
  private static final int OF_QUESTION = 20_000;

  private static final int OF_SUBTOTAL = 1_500;
  private static final int OF_PLACE = 8;

  /** Scores everything recorded against the question's baseline. */
  public static Workings of(CoverageQuery query, Landscape landscape, WorkLimit limit) {
    return of(query, landscape, null, limit);
  }

  public static Workings of(CoverageQuery query, Landscape landscape) {
    return of(query, landscape, WorkLimit.NONE);
  }

  /**
   * The answer to the same question on another landscape: what it shares with this is not folded.
   */
  public Workings next(Landscape other, WorkLimit limit) {
    boolean isComparable =
        query.baseline().requirements().stream()
            .allMatch(r -> landscape.capabilityOf(r).equals(other.capabilityOf(r)));
    return of(query, other, isComparable ? this : null, limit);
  }

  public Workings next(Landscape other) {
    return next(other, WorkLimit.NONE);
  }

  /** About how many bytes it takes beside the record: to be kept within bounds. */
  public int weight() {
    long bytes = OF_QUESTION;
    for (List<Subtotal> requirement : subtotals) {
      for (Subtotal subtotal : requirement) {
        bytes += subtotal == Subtotal.NOTHING ? OF_PLACE : OF_SUBTOTAL;
      }
    }
    return (int) Math.min(bytes, Integer.MAX_VALUE);
  }

  private static Workings of(
      CoverageQuery query, Landscape landscape, @Nullable Workings before, WorkLimit limit) {
    List<List<Subtotal>> all = new ArrayList<>();
    List<RequirementCoverage> answers = new ArrayList<>();
    Set<String> changed = before == null ? Set.of() : before.conditionsChangedIn(landscape);
    for (Scoring scoring : Scoring.of(query, landscape, limit)) {
      Binders binders = landscape.binders();
      List<Subtotal> subtotals = new ArrayList<>(binders.size());
      for (int i = 0; i < binders.size(); i++) {
        Subtotal known =
            before == null ? null : before.still(all.size(), i, binders.get(i), changed);
        subtotals.add(known == null ? scoring.subtotal(binders.get(i)).unexplained() : known);
      }
      all.add(subtotals);
      answers.add(scoring.result(subtotals));
    }
    return new Workings(query, landscape, all, Coverage.of(query, answers));
  }

  /** A subtotal of this, null where it may not be right any more. */
  private @Nullable Subtotal still(
      int requirement, int binder, Binders.Binder now, Set<String> changed) {
    if (binder >= landscape.binders().size() || landscape.binders().get(binder) != now) {
      return null;
    }
    Subtotal known = subtotals.get(requirement).get(binder);
    return known.dependsOnAny(changed) ? null : known;
  }

  private Set<String> conditionsChangedIn(Landscape other) {
    Set<String> changed = new HashSet<>();
    Map<String, ConditionFile> then = landscape.conditions();
    other
        .conditions()
        .forEach(
            (code, file) -> {
              if (then.get(code) != file) {
                changed.add(code);
              }
            });
    then.keySet().stream()
        .filter(code -> !other.conditions().containsKey(code))
        .forEach(changed::add);
    return changed;
  }
}
