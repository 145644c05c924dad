package org.alliedregistry.api.coverage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.alliedregistry.domain.coverage.Coverage;
import org.alliedregistry.domain.coverage.Difference;
import org.alliedregistry.domain.coverage.MilestoneCoverage;
import org.alliedregistry.domain.coverage.RequirementCoverage;
import org.alliedregistry.domain.coverage.Verdict;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The answer to a what-if question: the coverage before and after it. */
@Schema(name = "WhatIf", description = "The answer as it is and as it would be.")
public record WhatIfView(CoverageView before, CoverageView after, List<OfRequirement> difference) {

  /** The change of one requirement. */
  @Schema(name = "RequirementDifference")
  public record OfRequirement(
      String requirement,
      @Schema(description = "The gain of the certain amount. Null for a milestone.")
          @Nullable BigDecimal low,
      @Schema(description = "The gain of the possible amount. Null if it is unbounded.")
          @Nullable BigDecimal high,
      Verdicts verdict) {}

  /** The verdict before and after. */
  @Schema(name = "VerdictChange")
  public record Verdicts(Verdict before, Verdict after) {}

  static WhatIfView of(CoverageRequest asked, Coverage before, Coverage after, boolean explain) {
    List<OfRequirement> requirements = new ArrayList<>();
    List<OfRequirement> milestones = new ArrayList<>();
    for (int i = 0; i < before.requirements().size(); i++) {
      requirements.add(of(before.requirements().get(i), after.requirements().get(i)));
    }
    for (int i = 0; i < before.milestones().size(); i++) {
      milestones.add(of(before.milestones().get(i), after.milestones().get(i)));
    }
    return new WhatIfView(
        CoverageView.of(before, asked, explain),
        CoverageView.of(after.withRecordThrough(before.recordThrough()), asked, explain),
        before.query().baseline().inOrder(requirements, milestones));
  }

  private static OfRequirement of(MilestoneCoverage before, MilestoneCoverage after) {
    return new OfRequirement(
        before.milestone().code(), null, null, new Verdicts(before.verdict(), after.verdict()));
  }

  private static OfRequirement of(RequirementCoverage before, RequirementCoverage after) {
    Difference moved = Difference.between(before.score().counted(), after.score().counted());
    return new OfRequirement(
        before.requirement().code(),
        moved.low(),
        moved.high(),
        new Verdicts(before.score().verdict(), after.score().verdict()));
  }
}
