package org.alliedregistry.api.pledge;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.alliedregistry.domain.baseline.Baseline;
import org.alliedregistry.domain.coverage.contribution.WorkLimit;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.record.PledgeRecord;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.reference.AsOf;
import org.alliedregistry.http.QueryReader;
import org.alliedregistry.http.TableFormat;
import org.alliedregistry.http.page.Pagination;
import org.alliedregistry.http.page.SortOrder;
import org.alliedregistry.http.question.AsOfParameters;
import org.alliedregistry.http.question.BaselineParameters;
import org.alliedregistry.http.question.FinancingParameters;
import org.alliedregistry.http.question.RecordAccess;
import org.alliedregistry.http.question.RecordContext;
import org.alliedregistry.http.read.CachedAnswers;
import org.alliedregistry.http.read.Costly;
import org.alliedregistry.http.read.WorkLimits;
import org.alliedregistry.http.write.WriteOperations;
import org.alliedregistry.json.ParsedBody;
import org.alliedregistry.json.StrictJson;
import org.alliedregistry.recording.NewPledge;
import org.alliedregistry.recording.OpenPledge;
import org.alliedregistry.recording.PledgeLookup;
import org.alliedregistry.recording.PledgeUpdate;
import org.alliedregistry.recording.PledgeValidator;
import org.alliedregistry.security.token.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@CachedAnswers
@Path("/v1/pledges")
@Produces(MediaType.APPLICATION_JSON)
class PledgeResource {

  /** A page of pledges. */
  @Schema(name = "PledgePage")
  public record Page(
      List<PledgeView> items,
      @Schema(description = "The path of the next page. Null on the last page.")
          @Nullable String next) {}

  private final RecordAccess recordAccess;
  private final Pagination pages;
  private final WriteOperations recording;
  private final StrictJson json;
  private final WorkLimits limits;

  PledgeResource(
      RecordAccess recordAccess,
      Pagination pages,
      WriteOperations recording,
      StrictJson json,
      WorkLimits limits) {
    this.recordAccess = recordAccess;
    this.limits = limits;
    this.pages = pages;
    this.recording = recording;
    this.json = json;
  }

  @GET
  @Produces({
    MediaType.APPLICATION_JSON,
    TableFormat.TEXT_CSV,
    TableFormat.APPLICATION_NDJSON,
    TableFormat.WORKBOOK
  })
  @Costly
  @Operation(operationId = "listPledges", summary = "Pledges and their current terms")
  @APIResponseSchema(Page.class)
  public Response list(
      @BeanParam PledgeParameters parameters,
      @BeanParam FinancingParameters financing,
      @BeanParam LifeParameters life,
      @BeanParam StandingParameters standing) {
    QueryReader reader = new QueryReader();
    RecordContext context = recordAccess.context(parameters, reader);
    RegistrySnapshot current = context.registry();
    AsOf view = parameters.viewpoint(reader, context);
    Predicate<PledgeRecord> identity =
        parameters.identity(financing, reader, current).and(standing.identity(reader, view));
    int staleAfter = life.staleAfter(reader);
    Predicate<TermsView> terms =
        parameters.terms(reader, current).and(life.terms(reader)).and(standing.terms(reader));
    SortOrder<PledgeSort> order = standing.order(reader);
    BaselineParameters.baseline(parameters.baseline, null, current, reader);
    WorkLimit limit = limits.limit();
    return pages.filtered(
        parameters,
        context,
        reader,
        PledgeView.class,
        then ->
            PledgeSort.sorted(
                order, evaluation(then, view, parameters.baseline).withLimit(limit), identity),
        then -> {
          PledgeEvaluation evaluation =
              evaluation(then, view, parameters.baseline)
                  .withStaleAfter(staleAfter)
                  .withLimit(limit);
          return record ->
              identity.test(record)
                  ? Optional.of(PledgeView.of(record, evaluation))
                      .filter(p -> terms.test(p.terms()))
                  : Optional.empty();
        },
        Page::new);
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getPledge", summary = "One pledge and its current terms")
  public PledgeView get(
      @RestPath String id,
      @RestQuery
          @Parameter(description = "The baseline whose planning factors convert the amounts.")
          @Nullable String baseline,
      @BeanParam StaleAfterParameter life,
      @BeanParam AsOfParameters parameters) {
    QueryReader reader = new QueryReader();
    RecordContext context = recordAccess.context(parameters, reader);
    RegistrySnapshot registry = context.registry();
    AsOf view = parameters.viewpoint(reader, context);
    BaselineParameters.baseline(baseline, null, registry, reader);
    int staleAfter = life.staleAfter(reader);
    reader.refuseIfInvalid();
    return PledgeView.of(
        PledgeLookup.in(registry, id),
        evaluation(registry, view, baseline).withStaleAfter(staleAfter));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.SECRETARIAT, Role.DELEGATE})
  @Operation(operationId = "openPledge", summary = "Open a pledge with its first statement")
  @APIResponseSchema(value = PledgeView.class, responseCode = "201")
  public Response post(@RequestBodySchema(NewPledge.class) InputStream body) {
    ParsedBody<NewPledge> sent = json.read(body, NewPledge.class);
    String id = UUID.randomUUID().toString();
    String statement = UUID.randomUUID().toString();
    return recording.post(
        sent,
        "/v1/pledges/" + id,
        new OpenPledge(recording.author(), sent, id, statement),
        registry -> today(registry, id));
  }

  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.SECRETARIAT)
  @Operation(
      operationId = "putPledge",
      summary =
          "Record a new version of title, reference, shares, financedBy, partOf, programme and"
              + " origin")
  @APIResponseSchema(PledgeView.class)
  public Response put(
      @RestPath String id, @RequestBodySchema(PledgeUpdate.class) InputStream body) {
    PledgeLookup.in(recordAccess.current(registry -> registry.pledge(id).isPresent()), id);
    ParsedBody<PledgeUpdate> sent = json.read(body, PledgeUpdate.class);
    return recording.put(
        registry -> registry.pledge(id).map(PledgeRecord::pledge),
        registry ->
            new PledgeValidator(registry, sent.faultsSoFar())
                .nextVersion(PledgeLookup.in(registry, id), sent.body()),
        EntryContent.PledgeVersionRecorded::new,
        registry -> today(registry, id));
  }

  private PledgeView today(RegistrySnapshot registry, String id) {
    return PledgeView.of(
        PledgeLookup.in(registry, id), evaluation(registry, recordAccess.asOfToday(), null));
  }

  private static PledgeEvaluation evaluation(
      RegistrySnapshot registry, AsOf view, @Nullable String baseline) {
    return PledgeEvaluation.of(
        registry, view, registry.baseline(baseline == null ? Baseline.DEFAULT : baseline));
  }
}
