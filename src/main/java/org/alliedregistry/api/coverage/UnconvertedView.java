package org.alliedregistry.api.coverage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.alliedregistry.api.pledge.IntervalView;
import org.alliedregistry.domain.coverage.UnconvertedAmounts;
import org.alliedregistry.recording.QuantityBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The stated amounts of one unit that nothing converts, in answers. */
@Schema(name = "Unconverted")
public record UnconvertedView(
    String unit,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = QuantityBody.PER)
        QuantityBody.@Nullable Per per,
    @Schema(description = "Their sum, in that unit. A whole with its parts counts once.")
        IntervalView counted,
    List<UnconvertedPledge> pledges) {

  /** The stated amount of one pledge. */
  @Schema(name = "UnconvertedPledge")
  public record UnconvertedPledge(
      String pledge,
      List<String> allies,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = AllyRowView.WITH_OTHERS)
          @Nullable Boolean withOthers,
      @Schema(description = "The amount as it was said.") @Nullable QuantityBody said) {}

  static UnconvertedView of(UnconvertedAmounts amounts) {
    return new UnconvertedView(
        amounts.unit(),
        QuantityBody.Per.of(amounts.perYear()),
        IntervalView.of(amounts.counted()),
        amounts.pledges().stream()
            .map(
                line ->
                    new UnconvertedPledge(
                        line.pledge(),
                        line.allies(),
                        AllyRowView.ifTrue(line.withOthers()),
                        QuantityBody.of(line.said())))
            .toList());
  }
}
