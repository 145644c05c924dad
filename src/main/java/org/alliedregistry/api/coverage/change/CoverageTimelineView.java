package org.alliedregistry.api.coverage.change;

import java.time.LocalDate;
import java.util.List;
import org.alliedregistry.api.coverage.CoverageQueryView;
import org.alliedregistry.domain.coverage.DateRange;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The coverage on a range of days, in answers: a timeline or a history. */
@Schema(name = "CoverageThroughTime", description = "Coverage on each day of a period.")
public record CoverageTimelineView(
    LocalDate from,
    LocalDate to,
    CoverageQueryView question,
    String revision,
    List<RequirementTimelineView> requirements) {

  static CoverageTimelineView of(
      DateRange span,
      CoverageQueryView question,
      String revision,
      List<RequirementTimelineView> requirements) {
    return new CoverageTimelineView(span.from(), span.to(), question, revision, requirements);
  }
}
