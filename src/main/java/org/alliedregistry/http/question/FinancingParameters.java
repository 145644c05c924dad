package org.alliedregistry.http.question;

import java.util.Set;
import org.alliedregistry.domain.coverage.contribution.AllyRole;
import org.alliedregistry.domain.coverage.contribution.AllySelection;
import org.alliedregistry.domain.coverage.contribution.PledgeFilter;
import org.alliedregistry.domain.pledge.Origin;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.http.QueryReader;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The parameters about who supplies, who pays, and from what. */
public class FinancingParameters {

  @RestQuery
  @Parameter(
      description =
          "Whether the allies that the question names supply, pay, or either. Default: SUPPLIER.",
      schema = @Schema(implementation = AllyRole.class))
  @Nullable String role;

  @RestQuery
  @QueryReader.CommaList
  @Parameter(
      description = "Codes of allies, separated by commas. Only pledges that one of them pays for.")
  @Nullable String financedBy;

  @RestQuery
  @QueryReader.CommaList
  @Parameter(description = "Only pledges of these programmes, separated by commas.")
  @Nullable String programme;

  @RestQuery
  @QueryReader.CommaList
  @Parameter(
      description =
          "Only pledges of these origins, separated by commas: FROM_STOCK, NEW_PURCHASE or"
              + " NEW_PRODUCTION.")
  @Nullable String origin;

  /**
   * The allies and the pledges that the question is about. Violations go to the reader.
   *
   * @param only codes of allies; empty = all
   * @param without codes of allies that are left out
   */
  public AllySelection selection(
      Set<String> only, Set<String> without, RegistrySnapshot registry, QueryReader reader) {
    AllyRole asked = reader.code("role", role, AllyRole.class);
    PledgeFilter filter =
        new PledgeFilter(
            reader.knownCodes("financedBy", financedBy, "ally", registry.allies().keySet()),
            reader.knownCodes("programme", programme, "programme", registry.programmes().keySet()),
            reader.constants("origin", origin, Origin.class));
    return new AllySelection(only, without, asked == null ? AllyRole.SUPPLIER : asked, filter);
  }
}
