package org.alliedregistry.api.reconciliation;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.alliedregistry.api.pledge.PledgeEvaluation;
import org.alliedregistry.domain.baseline.Baseline;
import org.alliedregistry.domain.pledge.Pledge;
import org.alliedregistry.domain.pledge.Rung;
import org.alliedregistry.domain.pledge.statement.Side;
import org.alliedregistry.domain.record.PledgeRecord;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.reference.AsOf;
import org.alliedregistry.http.QueryReader;
import org.alliedregistry.http.TableFormat;
import org.alliedregistry.http.page.Pagination;
import org.alliedregistry.http.question.BaselineParameters;
import org.alliedregistry.http.question.FinancingParameters;
import org.alliedregistry.http.question.RecordAccess;
import org.alliedregistry.http.question.RecordContext;
import org.alliedregistry.http.read.CachedAnswers;
import org.alliedregistry.http.read.Costly;
import org.alliedregistry.http.read.WorkLimits;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

@CachedAnswers
@Path("/v1/reconciliation")
@Produces(MediaType.APPLICATION_JSON)
class ReconciliationResource {

  /** A page of what both sides speak of. */
  @Schema(name = "ReconciliationPage")
  public record Page(
      List<ReconciliationView> items,
      @Schema(description = "The path of the next page. Null on the last page.")
          @Nullable String next) {}

  /** One field of one pledge. */
  private record Field(PledgeRecord record, Rung rung) {}

  private final RecordAccess recordAccess;
  private final Pagination pages;
  private final WorkLimits limits;

  ReconciliationResource(RecordAccess recordAccess, Pagination pages, WorkLimits limits) {
    this.recordAccess = recordAccess;
    this.pages = pages;
    this.limits = limits;
  }

  @GET
  @Produces({
    MediaType.APPLICATION_JSON,
    TableFormat.TEXT_CSV,
    TableFormat.APPLICATION_NDJSON,
    TableFormat.WORKBOOK
  })
  @Costly
  @Operation(
      operationId = "listReconciliation",
      summary = "What donor and recipient say of the same, by pledge and field")
  @APIResponseSchema(Page.class)
  public Response list(
      @BeanParam ReconciliationParameters parameters, @BeanParam FinancingParameters financing) {
    QueryReader reader = new QueryReader();
    RecordContext context = recordAccess.context(parameters, reader);
    RegistrySnapshot current = context.registry();
    AsOf view = parameters.viewpoint(reader, context);
    Predicate<Pledge> filter = parameters.filter(financing, reader, current);
    String named = parameters.baseline;
    BaselineParameters.baseline(named, null, current, reader);
    return pages.filtered(
        parameters,
        context,
        reader,
        ReconciliationView.class,
        then -> fields(then.pledges().ordered(), filter),
        then -> {
          PledgeEvaluation evaluation =
              PledgeEvaluation.of(
                      then, view, then.baseline(named == null ? Baseline.DEFAULT : named))
                  .withLimit(limits.limit());
          return field -> view(field, evaluation);
        },
        Page::new);
  }

  /** The fields of the pledges that a recipient speaks of; for most pledges none does. */
  private static Stream<Field> fields(Stream<PledgeRecord> pledges, Predicate<Pledge> filter) {
    return pledges
        .filter(record -> filter.test(record.pledge()))
        .filter(
            record ->
                record.statements().stream()
                    .anyMatch(said -> said.value().content().side() == Side.RECIPIENT))
        .flatMap(
            record ->
                Stream.of(Rung.COMMITTED, Rung.ALLOCATED, Rung.IN_PLACE)
                    .map(rung -> new Field(record, rung)));
  }

  private static Optional<ReconciliationView> view(Field field, PledgeEvaluation evaluation) {
    Pledge pledge = field.record().pledge();
    return evaluation
        .stateOf(field.record())
        .amounts()
        .bySides(field.rung())
        .map(sides -> ReconciliationView.of(pledge, evaluation.unitOf(pledge.capability()), sides));
  }
}
