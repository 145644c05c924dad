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
 * A coverage answer with its subtotals. The next answer to the same question reuses the subtotals
 * that did not change. Immutable; without a trace.
 *
 * @param lastWords by partition
 * @param subtotals by requirement, then by partition
 */
public record CoverageWorksheet(
    CoverageQuery query,
    CoverageInput input,
    List<LastWord> lastWords,
    List<List<Subtotal>> subtotals,
    Coverage coverage) {

  /** The memory of a question and its answer; enough for the longest. */
  private static final int QUESTION_BYTES = 20_000;

  private static final int SUBTOTAL_BYTES = 1_500;
  private static final int REFERENCE_BYTES = 8;

  /** Computes the coverage of the baseline by everything recorded. */
  public static CoverageWorksheet of(CoverageQuery query, CoverageInput input, WorkLimit limit) {
    return of(query, input, null, limit);
  }

  public static CoverageWorksheet of(CoverageQuery query, CoverageInput input) {
    return of(query, input, WorkLimit.NONE);
  }

  /** The answer to the same question on another input. Partitions in both are not folded again. */
  public CoverageWorksheet next(CoverageInput other, WorkLimit limit) {
    boolean isComparable =
        input.exchangeRates().equals(other.exchangeRates())
            && query.baseline().requirements().stream()
                .allMatch(r -> input.capabilityOf(r).equals(other.capabilityOf(r)));
    return of(query, other, isComparable ? this : null, limit);
  }

  public CoverageWorksheet next(CoverageInput other) {
    return next(other, WorkLimit.NONE);
  }

  /** The approximate memory in bytes, without the record. The cache is bounded by it. */
  public int weight() {
    long bytes = QUESTION_BYTES;
    for (List<Subtotal> requirement : subtotals) {
      for (Subtotal subtotal : requirement) {
        bytes += subtotal == Subtotal.NOTHING ? REFERENCE_BYTES : SUBTOTAL_BYTES;
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
    List<LastWord> lastWords = lastWords(query, input, before);
    Set<String> changed = before == null ? Set.of() : before.conditionsChangedIn(input);
    for (RequirementScorer scorer : RequirementScorer.of(query, input, limit)) {
      PledgePartitions partitions = input.partitions();
      List<Subtotal> subtotals = new ArrayList<>(partitions.size());
      for (int i = 0; i < partitions.size(); i++) {
        Subtotal known =
            before == null ? null : before.reusable(all.size(), i, partitions.get(i), changed);
        subtotals.add(known == null ? scorer.subtotal(partitions.get(i)) : known);
      }
      all.add(subtotals);
      answers.add(scorer.result(subtotals));
    }
    LastWord last =
        lastWords.stream().reduce(LastWord.ofConditions(input, query.view()), LastWord::orLater);
    return new CoverageWorksheet(
        query, input, lastWords, all, Coverage.of(query, input, last, answers));
  }

  private static List<LastWord> lastWords(
      CoverageQuery query, CoverageInput input, @Nullable CoverageWorksheet before) {
    PledgePartitions partitions = input.partitions();
    List<LastWord> lastWords = new ArrayList<>(partitions.size());
    for (int i = 0; i < partitions.size(); i++) {
      lastWords.add(
          before != null && before.has(i, partitions.get(i))
              ? before.lastWords.get(i)
              : LastWord.of(partitions.get(i), query.view()));
    }
    return lastWords;
  }

  /** Whether this answer is computed from the same partition. */
  private boolean has(int partition, PledgePartitions.Partition now) {
    return partition < input.partitions().size() && input.partitions().get(partition) == now;
  }

  /** A subtotal of this answer; null if it may have changed. */
  private @Nullable Subtotal reusable(
      int requirement, int partition, PledgePartitions.Partition now, Set<String> changed) {
    if (!has(partition, now)) {
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
