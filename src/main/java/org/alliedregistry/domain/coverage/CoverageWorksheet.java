package org.alliedregistry.domain.coverage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alliedregistry.domain.coverage.contribution.CoverageQuery;
import org.alliedregistry.domain.coverage.contribution.WorkLimit;
import org.alliedregistry.domain.pledge.PledgePartitions;
import org.alliedregistry.domain.record.CoverageInput;
import org.alliedregistry.domain.reference.ConditionStatements;
import org.jspecify.annotations.Nullable;

/**
 * An answer with what it was added up from, so that the next one counts anew only what is not the
 * same any more. Immutable; without a trace.
 *
 * @param subtotals of each requirement, of each partition
 */
public record CoverageWorksheet(
    CoverageQuery query, CoverageInput input, List<List<Subtotal>> subtotals, Coverage coverage) {

  /** What the question and its answer take, with room for the longest. */
  private static final int OF_QUESTION = 20_000;

  private static final int OF_SUBTOTAL = 1_500;
  private static final int OF_PLACE = 8;

  /** Scores everything recorded against the question's baseline. */
  public static CoverageWorksheet of(CoverageQuery query, CoverageInput input, WorkLimit limit) {
    return of(query, input, null, limit);
  }

  public static CoverageWorksheet of(CoverageQuery query, CoverageInput input) {
    return of(query, input, WorkLimit.NONE);
  }

  /** The answer to the same question on another input: what both inputs share is not folded. */
  public CoverageWorksheet next(CoverageInput other, WorkLimit limit) {
    boolean isComparable =
        query.baseline().requirements().stream()
            .allMatch(r -> input.capabilityOf(r).equals(other.capabilityOf(r)));
    return of(query, other, isComparable ? this : null, limit);
  }

  public CoverageWorksheet next(CoverageInput other) {
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

  private static CoverageWorksheet of(
      CoverageQuery query,
      CoverageInput input,
      @Nullable CoverageWorksheet before,
      WorkLimit limit) {
    List<List<Subtotal>> all = new ArrayList<>();
    List<RequirementCoverage> answers = new ArrayList<>();
    Set<String> changed = before == null ? Set.of() : before.conditionsChangedIn(input);
    for (RequirementScorer scoring : RequirementScorer.of(query, input, limit)) {
      PledgePartitions partitions = input.partitions();
      List<Subtotal> subtotals = new ArrayList<>(partitions.size());
      for (int i = 0; i < partitions.size(); i++) {
        Subtotal known =
            before == null ? null : before.reusable(all.size(), i, partitions.get(i), changed);
        subtotals.add(known == null ? scoring.subtotal(partitions.get(i)).unexplained() : known);
      }
      all.add(subtotals);
      answers.add(scoring.result(subtotals));
    }
    return new CoverageWorksheet(query, input, all, Coverage.of(query, answers));
  }

  /** A subtotal of this, null where it may not be right any more. */
  private @Nullable Subtotal reusable(
      int requirement, int partition, PledgePartitions.Partition now, Set<String> changed) {
    if (partition >= input.partitions().size() || input.partitions().get(partition) != now) {
      return null;
    }
    Subtotal known = subtotals.get(requirement).get(partition);
    return known.dependsOnAny(changed) ? null : known;
  }

  private Set<String> conditionsChangedIn(CoverageInput other) {
    Set<String> changed = new HashSet<>();
    Map<String, ConditionStatements> then = input.conditions();
    other
        .conditions()
        .forEach(
            (code, statements) -> {
              if (then.get(code) != statements) {
                changed.add(code);
              }
            });
    then.keySet().stream()
        .filter(code -> !other.conditions().containsKey(code))
        .forEach(changed::add);
    return changed;
  }
}
