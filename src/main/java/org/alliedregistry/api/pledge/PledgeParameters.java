package org.alliedregistry.api.pledge;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.alliedregistry.domain.coverage.contribution.AllySelection;
import org.alliedregistry.domain.pledge.Rung;
import org.alliedregistry.domain.pledge.statement.Position;
import org.alliedregistry.domain.record.PledgeRecord;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.reference.Purpose;
import org.alliedregistry.http.QueryReader;
import org.alliedregistry.http.page.ListParameters;
import org.alliedregistry.http.question.FinancingParameters;
import org.alliedregistry.problem.CleanText;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The filters of the list of pledges. A pledge must match all that are given. */
public class PledgeParameters extends ListParameters {

  @RestQuery
  @QueryReader.CommaList
  @Parameter(description = "Only pledges of these allies, separated by commas.")
  @Nullable String ally;

  @RestQuery
  @QueryReader.CommaList
  @Parameter(description = "Only pledges of these capabilities, separated by commas.")
  @Nullable String capability;

  @RestQuery
  @QueryReader.CommaList
  @Parameter(description = "Only pledges for these purposes, separated by commas.")
  @Nullable String purpose;

  @RestQuery
  @QueryReader.CommaList
  @Parameter(description = "Only pledges with these current positions, separated by commas.")
  @Nullable String position;

  @RestQuery
  @QueryReader.CommaList
  @Parameter(description = "Only pledges whose highest rung is one of these, separated by commas.")
  @Nullable String rung;

  @RestQuery
  @QueryReader.CommaList
  @Parameter(description = "Only pledges under one of these conditions now, separated by commas.")
  @Nullable String condition;

  @RestQuery
  @QueryReader.CommaList
  @Parameter(description = "Only pledges with one of these references, separated by commas.")
  @Nullable String reference;

  @RestQuery
  @Parameter(description = "Only pledges whose title, wording or note contains this text.")
  @Nullable String q;

  @RestQuery
  @Parameter(description = "The baseline whose planning factors convert the amounts.")
  @Nullable String baseline;

  /** The filters that do not need the terms of the pledge. */
  Predicate<PledgeRecord> identity(
      FinancingParameters financing, QueryReader reader, RegistrySnapshot registry) {
    AllySelection allies = financing.selection(ally, null, registry, reader);
    Set<String> capabilities =
        reader.knownCodes("capability", capability, "capability", registry.capabilities().keySet());
    Set<Purpose> purposes = reader.constants("purpose", purpose, Purpose.class);
    Set<String> references = reader.codes("reference", reference);
    String text = q == null ? "" : CleanText.composed(q).toLowerCase(Locale.ROOT);
    return record ->
        allies.asksAbout(record.pledge())
            && holds(capabilities, record.pledge().capability())
            && holds(purposes, record.pledge().purpose())
            && (references.isEmpty()
                || (record.pledge().reference() != null
                    && references.contains(record.pledge().reference())))
            && (text.isEmpty() || contains(record, text));
  }

  /** The filters on the terms of the pledge. */
  Predicate<TermsView> terms(QueryReader reader, RegistrySnapshot registry) {
    Set<Position> positions = reader.constants("position", position, Position.class);
    Set<Rung> rungs = reader.constants("rung", rung, Rung.class);
    Set<String> conditions =
        reader.knownCodes("condition", condition, "condition", registry.conditions().keySet());
    return terms ->
        holds(positions, terms.position())
            && holds(rungs, terms.rung())
            && (conditions.isEmpty()
                || terms.conditions().stream().anyMatch(c -> conditions.contains(c.code())));
  }

  private static <T> boolean holds(Set<T> wanted, @Nullable T value) {
    return wanted.isEmpty() || (value != null && wanted.contains(value));
  }

  private static boolean contains(PledgeRecord record, String text) {
    return contains(record.pledge().title(), text)
        || record.pledgeStatements().uncorrected().stream()
            .anyMatch(
                s ->
                    contains(s.content().wording().valueOrNull(), text)
                        || contains(s.attribution().note(), text));
  }

  private static boolean contains(@Nullable String where, String text) {
    return where != null && where.toLowerCase(Locale.ROOT).contains(text);
  }
}
