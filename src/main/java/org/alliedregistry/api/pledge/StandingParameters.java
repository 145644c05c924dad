package org.alliedregistry.api.pledge;

import java.time.LocalDate;
import java.util.Set;
import java.util.function.Predicate;
import org.alliedregistry.domain.pledge.PledgeStatus;
import org.alliedregistry.domain.record.PledgeRecord;
import org.alliedregistry.domain.reference.AsOf;
import org.alliedregistry.domain.reference.PlaceOfEmployment;
import org.alliedregistry.http.QueryReader;
import org.alliedregistry.http.page.SortOrder;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The filters of the list of pledges by how a pledge stands, and the order of the list. */
public class StandingParameters {

  @RestQuery
  @QueryReader.CommaList
  @Parameter(description = "Only pledges with one of these ids, separated by commas.")
  @Nullable String ids;

  @RestQuery
  @QueryReader.CommaList
  @Parameter(description = "Only pledges with one of these statuses, separated by commas.")
  @Nullable String status;

  @RestQuery
  @QueryReader.CommaList
  @Parameter(description = "Only pledges for one of these places, separated by commas.")
  @Nullable String place;

  @RestQuery
  @Parameter(
      description = "Only pledges of which a weaker statement says otherwise (true), or the rest.",
      schema = @Schema(type = SchemaType.BOOLEAN))
  @Nullable String disputed;

  @RestQuery
  @Parameter(
      description = "Only pledges that somebody else pays for (true), or the rest (false).",
      schema = @Schema(type = SchemaType.BOOLEAN))
  @Nullable String financed;

  @RestQuery
  @Parameter(
      description = "Only pledges whose last statement was said before this day.",
      schema = @Schema(type = SchemaType.STRING, format = "date"))
  @Nullable String saidBefore;

  @RestQuery
  @Parameter(
      description = "Only pledges whose last statement was said after this day.",
      schema = @Schema(type = SchemaType.STRING, format = "date"))
  @Nullable String saidAfter;

  @RestQuery
  @Parameter(
      description = "Only pledges whose last day is before this day.",
      schema = @Schema(type = SchemaType.STRING, format = "date"))
  @Nullable String expiresBefore;

  @RestQuery
  @Parameter(
      description =
          "The order: allies, capability, purpose, title, recordedAt, firstSaidOn, lastSaidOn,"
              + " status, position, rung, availableFrom or availableUntil, with - before it to"
              + " begin with the last. status, position and rung are in the order in which their"
              + " values are listed. Pledges that are equal in it are in the default order, those"
              + " without it are last. Default: by allies, capability, then age.",
      schema = @Schema(type = SchemaType.STRING))
  @Nullable String sort;

  SortOrder<PledgeSort> order(QueryReader reader) {
    return SortOrder.of(sort, PledgeSort.byName(), PledgeSort.DEFAULT, reader);
  }

  /** The filters that do not need the terms of the pledge. */
  Predicate<PledgeRecord> identity(QueryReader reader, AsOf view) {
    Set<String> wanted = reader.codes("ids", ids);
    Boolean isFinanced = flag("financed", financed, reader);
    LocalDate after = reader.date("saidAfter", saidAfter);
    LocalDate before = reader.date("saidBefore", saidBefore);
    return record ->
        (wanted.isEmpty() || wanted.contains(record.pledge().id()))
            && (isFinanced == null || isFinanced != record.pledge().financedBy().isEmpty())
            && ((after == null && before == null)
                || SaidDays.of(record, view).isLastBetween(after, before));
  }

  /** The filters on the terms of the pledge. */
  Predicate<TermsView> terms(QueryReader reader) {
    Set<PledgeStatus> statuses = reader.constants("status", status, PledgeStatus.class);
    Set<PlaceOfEmployment> places = reader.constants("place", place, PlaceOfEmployment.class);
    Boolean isDisputed = flag("disputed", disputed, reader);
    LocalDate end = reader.date("expiresBefore", expiresBefore);
    return terms ->
        (statuses.isEmpty() || statuses.contains(terms.status()))
            && (places.isEmpty() || (terms.place() != null && places.contains(terms.place())))
            && (isDisputed == null || isDisputed == terms.disputed())
            && (end == null
                || (terms.availableUntil() != null && terms.availableUntil().isBefore(end)));
  }

  private static @Nullable Boolean flag(String name, @Nullable String value, QueryReader reader) {
    return value == null ? null : reader.bool(name, value);
  }
}
