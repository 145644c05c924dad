package org.alliedregistry.pledge.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.alliedregistry.baseline.Baseline;
import org.alliedregistry.ledger.web.Archive;
import org.alliedregistry.ledger.web.BaselineParameters;
import org.alliedregistry.ledger.web.Costly;
import org.alliedregistry.ledger.web.ViewParameters;
import org.alliedregistry.ledger.web.WorkLimits;
import org.alliedregistry.problem.Query;
import org.alliedregistry.reference.Evidence;
import org.alliedregistry.reference.Viewpoint;
import org.alliedregistry.registry.Registry;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/v1/positions")
@Produces(MediaType.APPLICATION_JSON)
class PositionResource {

  /** Where every ally stands. */
  @Schema(name = "Positions")
  public record Page(
      LocalDate validAt,
      @JsonInclude(JsonInclude.Include.NON_NULL)
          @Schema(description = "The instant asked for; left out where none was.")
          @Nullable Instant knownAt,
      Evidence evidence,
      @Schema(
              description =
                  "Who may see this answer: PUBLIC, COALITION, the code of an ally, or SECRETARIAT.")
          String audience,
      String revision,
      List<PositionView> items) {}

  private final Archive archive;
  private final WorkLimits limits;
  private final Clock clock;

  PositionResource(Archive archive, WorkLimits limits, Clock clock) {
    this.archive = archive;
    this.limits = limits;
    this.clock = clock;
  }

  @GET
  @Costly
  @Operation(
      operationId = "listPositions",
      summary =
          "Who stands where: every ally, by code, with its strongest position on each capability")
  public Page list(
      @RestQuery @Query.CommaList @Parameter(description = "Only these allies (a comma list).")
          @Nullable String ally,
      @RestQuery
          @Parameter(description = "The baseline whose planning factors convert the amounts.")
          @Nullable String baseline,
      @BeanParam ViewParameters parameters) {
    Query query = new Query();
    Registry now = archive.registry(parameters, query);
    Viewpoint view = parameters.viewpoint(query, clock);
    Set<String> only = query.knownCodes("ally", ally, "ally", now.allies().keySet());
    BaselineParameters.baseline(baseline, null, now, query);
    query.refuseIfFaulty();
    Positions positions =
        new Positions(
            Reading.of(now, view, now.baseline(baseline == null ? Baseline.DEFAULT : baseline))
                .within(limits.limit()));
    return new Page(
        view.validAt(),
        parameters.knownAt(query),
        view.evidence(),
        archive.audience(parameters, query).code(),
        now.revision(),
        now.allies().values().stream()
            .map(history -> history.latest())
            .filter(a -> only.isEmpty() || only.contains(a.code()))
            .map(positions::of)
            .toList());
  }
}
