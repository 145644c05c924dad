package org.alliedregistry.api.pledge;

import java.util.List;
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
import org.alliedregistry.http.question.SearchWords;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
  @Parameter(
      description = "Only pledges of which a part has come at least as far as this rung.",
      schema = @Schema(implementation = Rung.class))
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
  @Parameter(
      description =
          "Only pledges in which each of these words is found, in any case and with or without"
              + " accents: in the title, or in one statement, in its wording, note, speaker, or the"
              + " title or the publisher of its source.")
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
    SearchWords words = SearchWords.of("q", q, reader);
    return record ->
        allies.asksAbout(record.pledge())
            && holds(capabilities, record.pledge().capability())
            && holds(purposes, record.pledge().purpose())
            && (references.isEmpty()
                || (record.pledge().reference() != null
                    && references.contains(record.pledge().reference())))
            && areIn(record, words);
  }

  /** The filters on the terms of the pledge. */
  Predicate<TermsView> terms(QueryReader reader, RegistrySnapshot registry) {
    Set<Position> positions = reader.constants("position", position, Position.class);
    Rung lowest = reader.code("rung", rung, Rung.class);
    Set<String> conditions =
        reader.knownCodes("condition", condition, "condition", registry.conditions().keySet());
    return terms ->
        holds(positions, terms.position())
            && (lowest == null || (terms.rung() != null && terms.rung().compareTo(lowest) >= 0))
            && (conditions.isEmpty()
                || terms.conditions().stream().anyMatch(c -> conditions.contains(c.code())));
  }

  private static <T> boolean holds(Set<T> wanted, @Nullable T value) {
    return wanted.isEmpty() || (value != null && wanted.contains(value));
  }

  /** Whether all words are in the title and the texts of one statement that counts. */
  private static boolean areIn(PledgeRecord record, SearchWords words) {
    SearchWords missing = words.missingIn(List.of(record.pledge().title()));
    return missing.isEmpty()
        || record.pledgeStatements().uncorrected().stream()
            .anyMatch(statement -> missing.missingIn(statement.texts()).isEmpty());
  }
}
