package org.alliedregistry.http.question;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.alliedregistry.domain.coverage.contribution.AllyRole;
import org.alliedregistry.domain.coverage.contribution.AllySelection;
import org.alliedregistry.domain.coverage.contribution.PledgeFilter;
import org.alliedregistry.domain.pledge.Origin;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.reference.AllyGroup;
import org.alliedregistry.http.QueryReader;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The parameters about who is asked about: who supplies, who pays, and from what. */
public class FinancingParameters {

  @RestQuery
  @QueryReader.CommaList
  @Parameter(
      description =
          "Codes of groups, separated by commas. Asks about the allies of these groups, together"
              + " with those of ally.")
  @Nullable String group;

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
   * @param ally the parameter ally: codes of allies, separated by commas; null = all
   * @param without the parameter without: codes of allies and groups that are left out
   */
  public AllySelection selection(
      @Nullable String ally,
      @Nullable String without,
      RegistrySnapshot registry,
      QueryReader reader) {
    AllyRole asked = reader.code("role", role, AllyRole.class);
    PledgeFilter filter =
        new PledgeFilter(
            reader.knownCodes("financedBy", financedBy, "ally", registry.allies().keySet()),
            reader.knownCodes("programme", programme, "programme", registry.programmes().keySet()),
            reader.constants("origin", origin, Origin.class));
    return new AllySelection(
        only(ally, registry, reader),
        leftOut(without, registry, reader),
        asked == null ? AllyRole.SUPPLIER : asked,
        filter);
  }

  private Set<String> only(@Nullable String ally, RegistrySnapshot registry, QueryReader reader) {
    Set<String> only =
        new HashSet<>(reader.knownCodes("ally", ally, "ally", registry.allies().keySet()));
    reader
        .knownCodes("group", group, "group", registry.groups().keySet())
        .forEach(code -> registry.group(code).map(AllyGroup::allies).ifPresent(only::addAll));
    return only;
  }

  private static Set<String> leftOut(
      @Nullable String without, RegistrySnapshot registry, QueryReader reader) {
    Set<String> known = new TreeSet<>(registry.allies().keySet());
    known.addAll(registry.groups().keySet());
    Set<String> leftOut = new HashSet<>();
    for (String code : reader.knownCodes("without", without, "ally or group", known)) {
      registry
          .group(code)
          .map(AllyGroup::allies)
          .ifPresentOrElse(leftOut::addAll, () -> leftOut.add(code));
    }
    return leftOut;
  }
}
