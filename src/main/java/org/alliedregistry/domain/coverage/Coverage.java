package org.alliedregistry.domain.coverage;

import java.time.LocalDate;
import java.util.List;
import org.alliedregistry.domain.coverage.contribution.CoverageQuery;
import org.alliedregistry.domain.coverage.contribution.WorkLimit;
import org.alliedregistry.domain.record.CoverageInput;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a question about coverage.
 *
 * @param recordThrough the day of the last statement that the question hears, on any pledge or
 *     condition; null if there is none
 * @param requirements the lines that count pledges
 * @param milestones the lines that follow conditions
 * @param binding the code of the quantified requirement that is filled least; null if there is none
 */
public record Coverage(
    CoverageQuery query,
    @Nullable LocalDate recordThrough,
    List<RequirementCoverage> requirements,
    List<MilestoneCoverage> milestones,
    @Nullable String binding) {

  public static Coverage of(CoverageQuery query, CoverageInput input) {
    return of(query, input, WorkLimit.NONE);
  }

  /** Computes the coverage of the baseline by everything recorded, with a trace. */
  public static Coverage of(CoverageQuery query, CoverageInput input, WorkLimit limit) {
    return of(
        query,
        input,
        LastWord.of(input, query.view()),
        RequirementScorer.of(query, input, limit).stream()
            .map(RequirementScorer::explained)
            .toList());
  }

  static Coverage of(
      CoverageQuery query,
      CoverageInput input,
      LastWord last,
      List<RequirementCoverage> requirements) {
    return new Coverage(
        query, last.day(), requirements, MilestoneCoverage.of(query, input), binding(requirements));
  }

  /** The same answer for a record that ends on another day. */
  public Coverage withRecordThrough(@Nullable LocalDate day) {
    return new Coverage(query, day, requirements, milestones, binding);
  }

  private static @Nullable String binding(List<RequirementCoverage> requirements) {
    return requirements.stream()
        .filter(r -> r.requiredInAccount() != null)
        .reduce((first, next) -> next.bindsMoreThan(first) ? next : first)
        .map(r -> r.requirement().code())
        .orElse(null);
  }
}
