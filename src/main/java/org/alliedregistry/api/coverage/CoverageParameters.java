package org.alliedregistry.api.coverage;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.alliedregistry.domain.baseline.Baseline;
import org.alliedregistry.domain.coverage.contribution.AllySelection;
import org.alliedregistry.domain.coverage.contribution.CoverageQuery;
import org.alliedregistry.domain.coverage.contribution.Rotation;
import org.alliedregistry.domain.pledge.Rung;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.reference.AsOf;
import org.alliedregistry.http.QueryReader;
import org.alliedregistry.http.question.BaselineParameters;
import org.alliedregistry.http.question.FinancingParameters;
import org.alliedregistry.recording.reference.CodePatterns;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The parameters that every question about coverage has. */
public class CoverageParameters extends FinancingParameters {

  private static final int MAX_DAYS = 36_500;
  private static final Pattern CAVEAT = Pattern.compile(CodePatterns.CODE);

  @RestQuery
  @Parameter(description = "The baseline to compare with. Default: four-brigades-ten-squadrons.")
  @Nullable String baseline;

  @RestQuery
  @Parameter(
      description = "The version of the baseline. Default: the latest.",
      schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
  @Nullable String version;

  @RestQuery
  @Parameter(
      description = "The lowest rung at which an amount counts. Default: PLEDGED.",
      schema = @Schema(implementation = Rung.class))
  @Nullable String rung;

  @RestQuery
  @QueryReader.CommaList
  @Parameter(
      description =
          "Conditions to treat as met, separated by commas: CODE for all allies, CODE@ALLY for one"
              + " ally. CODE@ALLY overrides CODE.")
  @Nullable String assume;

  @RestQuery
  @QueryReader.CommaList
  @Parameter(description = "Conditions to treat as failed, in the same form as in assume.")
  @Nullable String deny;

  @RestQuery
  @Parameter(
      description = "Count what is in place within this number of days after the order.",
      schema = @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "36500"))
  @Nullable String within;

  @RestQuery
  @QueryReader.CommaList
  @Parameter(description = "Count only these allies, separated by commas.")
  @Nullable String ally;

  @RestQuery
  @QueryReader.CommaList
  @Parameter(
      description =
          "Count all allies except these: codes of allies and of groups, separated by commas.")
  @Nullable String without;

  @RestQuery
  @QueryReader.CommaList
  @Parameter(
      description =
          "Codes of caveats, separated by commas. A pledge with one of them counts nothing.")
  @Nullable String refuse;

  @RestQuery
  @Parameter(
      description =
          "Count what a rotation sustains: the available amount divided by this number, rounded"
              + " down to whole units of account.",
      schema = @Schema(type = SchemaType.INTEGER, minimum = "2", maximum = "6"))
  @Nullable String rotation;

  @RestQuery
  @Parameter(
      description =
          "Use the exchange rates of this day. Without this parameter an amount is"
              + " converted at the rate of the day on which it was said.",
      schema = @Schema(type = SchemaType.STRING, format = "date"))
  @Nullable String ratesOn;

  @RestQuery
  @Parameter(
      description =
          "Count a promise only as possible if its last statement is more than this number of days"
              + " before the day of the question. What is in place stays certain.",
      schema = @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "36500"))
  @Nullable String freshness;

  /**
   * Builds the question after all other parameters are read.
   *
   * @throws org.alliedregistry.problem.ProblemException with all violations of the parameters
   */
  public CoverageQuery question(
      RegistrySnapshot registry, AsOf view, @Nullable LocalDate availableOn, QueryReader reader) {
    Optional<Baseline> scored = BaselineParameters.baseline(baseline, version, registry, reader);
    Rung floor = reader.code("rung", rung, Rung.class);
    Integer days = reader.integer("within", within, 0, MAX_DAYS);
    Integer oneIn = reader.integer("rotation", rotation, Rotation.MIN_ONE_IN, Rotation.MAX_ONE_IN);
    LocalDate rateDay = reader.date("ratesOn", ratesOn);
    Integer age = reader.integer("freshness", freshness, 0, MAX_DAYS);
    AllySelection filter = selection(ally, without, registry, reader);
    Set<String> refused = reader.codes("refuse", refuse, CAVEAT);
    AssumptionReader assumptions = new AssumptionReader(reader, registry);
    assumptions.read("assume", assume);
    assumptions.read("deny", deny);
    reader.refuseIfInvalid();
    return new CoverageQuery(
        scored.orElseThrow(),
        view,
        floor == null ? Rung.PLEDGED : floor,
        assumptions.assumptions(),
        availableOn,
        days,
        filter,
        refused,
        oneIn == null ? null : new Rotation(oneIn),
        rateDay,
        age);
  }

  /** The code of the baseline whose latest version is meant; empty if a version is named. */
  public Optional<String> latestOf() {
    return version == null
        ? Optional.of(baseline == null ? Baseline.DEFAULT : baseline)
        : Optional.empty();
  }
}
