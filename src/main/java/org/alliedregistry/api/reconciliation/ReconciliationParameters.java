package org.alliedregistry.api.reconciliation;

import java.util.Set;
import java.util.function.Predicate;
import org.alliedregistry.domain.coverage.contribution.AllySelection;
import org.alliedregistry.domain.pledge.Pledge;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.reference.Purpose;
import org.alliedregistry.http.QueryReader;
import org.alliedregistry.http.page.ListParameters;
import org.alliedregistry.http.question.FinancingParameters;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The filters of the reconciliation. A pledge must match all that are given. */
public class ReconciliationParameters extends ListParameters {

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
  @Parameter(description = "The baseline whose planning factors convert the amounts.")
  @Nullable String baseline;

  Predicate<Pledge> filter(
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
}
