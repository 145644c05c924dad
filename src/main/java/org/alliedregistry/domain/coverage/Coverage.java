package org.alliedregistry.domain.coverage;

import java.util.List;
import org.alliedregistry.domain.coverage.contribution.CoverageQuery;
import org.alliedregistry.domain.coverage.contribution.WorkLimit;
import org.alliedregistry.domain.record.CoverageInput;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a question about coverage.
 *
 * @param binding the code of the quantified requirement that is filled least; null if there is none
 */
public record Coverage(
    CoverageQuery query, List<RequirementCoverage> requirements, @Nullable String binding) {

  public static Coverage of(CoverageQuery query, CoverageInput input) {
    return of(query, input, WorkLimit.NONE);
  }

  /** Computes the coverage of the baseline by everything recorded, with a trace. */
  public static Coverage of(CoverageQuery query, CoverageInput input, WorkLimit limit) {
    return of(
        query,
        RequirementScorer.of(query, input, limit).stream()
            .map(RequirementScorer::explained)
            .toList());
  }

  static Coverage of(CoverageQuery query, List<RequirementCoverage> requirements) {
    return new Coverage(query, requirements, binding(requirements));
  }

  private static @Nullable String binding(List<RequirementCoverage> requirements) {
    return requirements.stream()
        .filter(r -> r.requiredInAccount() != null)
        .reduce((first, next) -> next.bindsMoreThan(first) ? next : first)
        .map(r -> r.requirement().code())
        .orElse(null);
  }
}
