package org.alliedregistry.api.pledge;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.function.Function;
import org.alliedregistry.domain.pledge.Rung;
import org.alliedregistry.domain.quantity.Interval;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Amounts by rung in the unit of account. */
@Schema(
    name = "Amounts",
    description = "Amounts by rung in the unit of account. Each rung includes the rungs above it.")
public record AmountsView(
    String unit,
    @Schema(description = "Whether a planning factor or an exchange rate converted a part of it.")
        boolean derived,
    @JsonProperty("CONSIDERING") IntervalView considering,
    @JsonProperty("PLEDGED") IntervalView pledged,
    @JsonProperty("COMMITTED") IntervalView committed,
    @JsonProperty("ALLOCATED") IntervalView allocated,
    @JsonProperty("IN_PLACE") IntervalView inPlace) {

  static AmountsView of(String unit, boolean derived, Function<Rung, Interval> amounts) {
    return new AmountsView(
        unit,
        derived,
        IntervalView.of(amounts.apply(Rung.CONSIDERING)),
        IntervalView.of(amounts.apply(Rung.PLEDGED)),
        IntervalView.of(amounts.apply(Rung.COMMITTED)),
        IntervalView.of(amounts.apply(Rung.ALLOCATED)),
        IntervalView.of(amounts.apply(Rung.IN_PLACE)));
  }
}
