package org.alliedregistry.coverage.web;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.alliedregistry.coverage.Coverage;
import org.alliedregistry.coverage.CoverageQuery;
import org.alliedregistry.ledger.Ledger;
import org.alliedregistry.registry.Registry;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/v1/coverage")
@Produces(MediaType.APPLICATION_JSON)
class CoverageResource {

  private final Ledger ledger;
  private final Clock clock;

  CoverageResource(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  @GET
  @Operation(operationId = "getCoverage", summary = "How far the pledges cover a baseline, and why")
  public CoverageView get(@BeanParam CoverageParameters parameters) {
    Registry now = ledger.registry();
    CoverageQuery question = parameters.question(now, clock);
    return CoverageView.of(
        Coverage.of(question, now.landscape()), parameters.explains(), now.revision());
  }
}
