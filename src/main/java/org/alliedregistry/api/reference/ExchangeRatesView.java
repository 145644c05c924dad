package org.alliedregistry.api.reference;

import java.util.List;
import org.alliedregistry.domain.baseline.ExchangeRateSeries;
import org.alliedregistry.domain.quantity.ExchangeRates;
import org.alliedregistry.domain.reference.Source;
import org.alliedregistry.recording.reference.ExchangeRatesBody;
import org.alliedregistry.recording.reference.SourceBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The exchange rates of a unit in answers. */
@Schema(
    name = "ExchangeRates",
    description =
        "The values of one unit in a unit of account. An amount is converted at the rate of the day"
            + " on which it was said.")
public record ExchangeRatesView(
    String unit,
    @Schema(description = "The unit of account that the unit is converted to.") String in,
    @Schema(description = "The source of the rates that have none of their own.") SourceBody source,
    @Schema(description = "By ascending first day.") List<ExchangeRatesBody.Rate> rates) {

  public static ExchangeRatesView of(ExchangeRateSeries series) {
    ExchangeRates rates = series.rates();
    return new ExchangeRatesView(
        rates.unit(),
        rates.in(),
        SourceBody.of(series.source()),
        rates.rates().stream()
            .map(
                rate -> {
                  Source own = series.sources().get(rate.from());
                  return new ExchangeRatesBody.Rate(
                      rate.from(), rate.rate(), own == null ? null : SourceBody.of(own));
                })
            .toList());
  }
}
