package org.alliedregistry.api.baseline;

import java.time.Instant;
import java.util.List;
import org.alliedregistry.domain.baseline.Baseline;
import org.alliedregistry.domain.record.Recorded;
import org.alliedregistry.recording.FactorBody;
import org.alliedregistry.recording.RequirementBody;
import org.alliedregistry.recording.reference.SourceBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A version of a baseline in answers. */
@Schema(name = "Baseline", description = "A versioned statement of requirements.")
public record BaselineView(
    String code,
    int version,
    Instant recordedAt,
    String title,
    SourceBody source,
    List<FactorBody> planningFactors,
    List<RequirementBody> requirements) {

  public static BaselineView of(Recorded<Baseline> recorded) {
    Baseline baseline = recorded.value();
    return new BaselineView(
        baseline.code(),
        baseline.version(),
        recorded.stamp().at(),
        baseline.title(),
        SourceBody.of(baseline.source()),
        baseline.planningFactors().stream().map(FactorBody::of).toList(),
        baseline.lines().stream().map(RequirementBody::of).toList());
  }
}
