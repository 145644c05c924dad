package org.alliedregistry.domain.baseline;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.alliedregistry.domain.quantity.ExchangeRates;
import org.alliedregistry.domain.reference.Source;

/**
 * The exchange rates of a unit, and where they come from.
 *
 * @param source the source of the rates that have none of their own
 * @param sources first day of a rate → its own source
 */
public record ExchangeRateSeries(
    ExchangeRates rates, Source source, SortedMap<LocalDate, Source> sources) {

  public ExchangeRateSeries {
    sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
  }
}
