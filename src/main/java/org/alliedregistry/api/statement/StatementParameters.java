package org.alliedregistry.api.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.alliedregistry.domain.coverage.contribution.AllySelection;
import org.alliedregistry.domain.pledge.Pledge;
import org.alliedregistry.domain.pledge.statement.Position;
import org.alliedregistry.domain.pledge.statement.Side;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.reference.Purpose;
import org.alliedregistry.http.QueryReader;
import org.alliedregistry.http.page.ListParameters;
import org.alliedregistry.http.page.SortOrder;
import org.alliedregistry.http.question.FinancingParameters;
import org.alliedregistry.http.question.SearchWords;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The filters of the list of statements. A statement must match all that are given. */
public class StatementParameters extends ListParameters {

  private static final Map<String, StatementSequence.Field> SORT =
      new TreeMap<>(
          Map.of(
              "saidOn", StatementSequence.Field.SAID_ON,
              "recordedAt", StatementSequence.Field.RECORDED_AT));

  private static final SortOrder<StatementSequence.Field> NEWEST_FIRST =
      new SortOrder<>(StatementSequence.Field.SAID_ON, true);

  @RestQuery
  @QueryReader.CommaList
  @Parameter(description = "Only statements on pledges of these allies, separated by commas.")
  @Nullable String ally;

  @RestQuery
  @QueryReader.CommaList
  @Parameter(description = "Only statements on pledges of these capabilities, separated by commas.")
  @Nullable String capability;

  @RestQuery
  @QueryReader.CommaList
  @Parameter(description = "Only statements on pledges for these purposes, separated by commas.")
  @Nullable String purpose;

  @RestQuery
  @QueryReader.CommaList
  @Parameter(description = "Only statements that take one of these positions, separated by commas.")
  @Nullable String position;

  @RestQuery
  @Parameter(
      description = "Only statements of the donor, or only those of the recipient.",
      schema = @Schema(implementation = Side.class))
  @Nullable String side;

  @RestQuery
  @Parameter(
      description = "Only statements said on this day or later.",
      schema = @Schema(type = SchemaType.STRING, format = "date"))
  @Nullable String saidFrom;

  @RestQuery
  @Parameter(
      description = "Only statements said on this day or earlier.",
      schema = @Schema(type = SchemaType.STRING, format = "date"))
  @Nullable String saidTo;

  @RestQuery
  @Parameter(
      description = "Only statements recorded at this instant or later.",
      schema = @Schema(type = SchemaType.STRING, format = "date-time"))
  @Nullable String recordedFrom;

  @RestQuery
  @Parameter(
      description =
          "Only statements recorded at this instant or earlier. An instant without microseconds"
              + " includes its whole millisecond or second.",
      schema = @Schema(type = SchemaType.STRING, format = "date-time"))
  @Nullable String recordedTo;

  @RestQuery
  @Parameter(
      description =
          "Only statements whose speaker has all these words, in any case and with or without"
              + " accents.")
  @Nullable String speaker;

  @RestQuery
  @Parameter(
      description =
          "Only statements in which each of these words is found, in any case and with or without"
              + " accents: in the title of the pledge, the wording, the note, the speaker, or the"
              + " title or the publisher of the source.")
  @Nullable String q;

  @RestQuery
  @Parameter(
      description =
          "false leaves out the statements that another one corrects or voids. true shows only"
              + " these. Default: all.",
      schema = @Schema(type = SchemaType.BOOLEAN))
  @Nullable String supersededBy;

  @RestQuery
  @Parameter(
      description =
          "The order: saidOn or recordedAt, with - before it to begin with the last. Statements of"
              + " one day are in the order in which they were recorded. Default: -saidOn.",
      schema = @Schema(type = SchemaType.STRING))
  @Nullable String sort;

  SortOrder<StatementSequence.Field> order(QueryReader reader) {
    return SortOrder.of(sort, SORT, NEWEST_FIRST, reader);
  }

  StatementFilter filter(
      FinancingParameters financing, QueryReader reader, RegistrySnapshot registry) {
    return new StatementFilter(
        pledges(financing, reader, registry),
        grade(reader),
        reader.constants("position", position, Position.class),
        reader.code("side", side, Side.class),
        said(reader),
        recorded(reader),
        supersededBy == null ? null : reader.bool("supersededBy", supersededBy),
        SearchWords.of("speaker", speaker, reader),
        SearchWords.of("q", q, reader));
  }

  private Predicate<Pledge> pledges(
      FinancingParameters financing, QueryReader reader, RegistrySnapshot registry) {
    AllySelection allies = financing.selection(ally, null, registry, reader);
    Set<String> capabilities =
        reader.knownCodes("capability", capability, "capability", registry.capabilities().keySet());
    Set<Purpose> purposes = reader.constants("purpose", purpose, Purpose.class);
    return pledge ->
        allies.asksAbout(pledge)
            && (capabilities.isEmpty() || capabilities.contains(pledge.capability()))
            && (purposes.isEmpty() || purposes.contains(pledge.purpose()));
  }

  /** The days asked for. The day of the question, if there is one, is the last of them. */
  private StatementFilter.Range<LocalDate> said(QueryReader reader) {
    LocalDate day = dayAsked(reader);
    LocalDate to = reader.date("saidTo", saidTo);
    LocalDate last = day != null && (to == null || day.isBefore(to)) ? day : to;
    LocalDate from = reader.date("saidFrom", saidFrom);
    if (from != null && to != null && from.isAfter(to)) {
      reader.addViolation("saidTo", "must not be before saidFrom");
    }
    return new StatementFilter.Range<>(from, last);
  }

  private StatementFilter.Range<Instant> recorded(QueryReader reader) {
    Instant from = reader.firstInstant("recordedFrom", recordedFrom);
    Instant to = reader.instant("recordedTo", recordedTo);
    if (from != null && to != null && from.isAfter(to)) {
      reader.addViolation("recordedTo", "must not be before recordedFrom");
    }
    return new StatementFilter.Range<>(from, to);
  }
}
