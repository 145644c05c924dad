package org.alliedregistry.recording.reference;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.alliedregistry.domain.baseline.ExchangeRateSeries;
import org.alliedregistry.domain.quantity.ExchangeRate;
import org.alliedregistry.domain.quantity.ExchangeRates;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.record.Versions;
import org.alliedregistry.domain.reference.Capability;
import org.alliedregistry.domain.reference.Source;
import org.alliedregistry.json.DayBounds;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.Violations;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The exchange rates of a unit as received. A change makes a new version of all of them. */
@Schema(name = "NewExchangeRates")
public record ExchangeRatesBody(
    @Schema(description = "If given, the unit of the path.") @Nullable String unit,
    @Schema(description = "The unit of account that the unit is converted to.")
        @NotNull(message = CodePatterns.GIVEN_RULE)
        @JsonProperty("in")
        @Nullable String in,
    @Schema(description = "The source of the rates that have none of their own.")
        @NotNull(message = CodePatterns.GIVEN_RULE)
        @Nullable SourceBody source,
    @Schema(description = "By ascending first day.")
        @NotEmpty(message = "must have at least one rate")
        @Size(max = MAX_RATES)
        @Nullable List<Rate> rates) {

  /** The most rates of one unit; a rate a month lasts for more than a century. */
  static final int MAX_RATES = 1_500;

  /** The value of a unit from a day on, in requests and in answers. */
  @Schema(
      name = "ExchangeRate",
      description = "A rate holds from its first day until the next rate begins, at most 92 days.")
  public record Rate(
      @Schema(description = "The first day, from 1991 to a year ahead. The days ascend.")
          @NotNull(message = CodePatterns.GIVEN_RULE)
          @DayBounds(from = CodePatterns.FIRST_DAY, yearsAhead = 1)
          @Nullable LocalDate from,
      @Schema(description = "The value of one unit. Above 0.")
          @NotNull(message = CodePatterns.GIVEN_RULE)
          @DecimalMin(value = "0", inclusive = false, message = "must be above 0")
          @DecimalMax(value = CodePatterns.MAX_AMOUNT, message = CodePatterns.RANGE_RULE)
          @Digits(
              integer = 16,
              fraction = CodePatterns.FACTOR_DECIMALS,
              message = CodePatterns.FACTOR_DECIMALS_RULE)
          @Nullable BigDecimal rate,
      @Schema(description = "The source of this rate. Null = that of all.")
          @Nullable SourceBody source) {}

  /**
   * @param path the unit in the path
   * @throws ProblemException if anything is missing or wrong
   */
  public ExchangeRateSeries toSeries(
      String path, RegistrySnapshot registry, Violations violations) {
    violations.addIf(!path.matches(CodePatterns.UNIT), "/unit", "must match " + CodePatterns.UNIT);
    violations.addIf(
        unit != null && !unit.equals(path), "/unit", "must be the unit of the path, or left out");
    if (in != null) {
      violations.addIfUnknown(in, "unit of account", unitsOfAccount(registry), "/in");
      violations.addIf(in.equals(path), "/in", "must be another unit than the one of the path");
    }
    checkOrder(violations);
    violations.refuseIfAny(ProblemException::ofBody);
    List<ExchangeRate> converted = new ArrayList<>();
    SortedMap<LocalDate, Source> sources = new TreeMap<>();
    for (Rate sent : Objects.requireNonNull(rates)) {
      LocalDate from = Objects.requireNonNull(sent.from());
      converted.add(new ExchangeRate(from, Objects.requireNonNull(sent.rate())));
      Source own = SourceBody.source(sent.source());
      if (own != null) {
        sources.put(from, own);
      }
    }
    return new ExchangeRateSeries(
        new ExchangeRates(path, Objects.requireNonNull(in), converted),
        Objects.requireNonNull(SourceBody.source(source)),
        sources);
  }

  private static Set<String> unitsOfAccount(RegistrySnapshot registry) {
    Set<String> units = new TreeSet<>();
    for (Versions<Capability> capability : registry.capabilities().values()) {
      units.add(capability.latest().unitOfAccount());
    }
    return units;
  }

  private void checkOrder(Violations violations) {
    LocalDate last = null;
    List<Rate> sent = rates == null ? List.of() : rates;
    for (int i = 0; i < sent.size(); i++) {
      LocalDate from = sent.get(i).from();
      violations.addIf(
          last != null && from != null && !from.isAfter(last),
          "/rates/" + i + "/from",
          "must be after "
              + last
              + ", the first day of the rate before. Send the rates by ascending day");
      last = from == null ? last : from;
    }
  }
}
