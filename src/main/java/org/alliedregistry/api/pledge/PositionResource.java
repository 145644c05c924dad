package org.alliedregistry.api.pledge;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alliedregistry.domain.baseline.Baseline;
import org.alliedregistry.domain.coverage.contribution.AllyRole;
import org.alliedregistry.domain.coverage.contribution.AllySelection;
import org.alliedregistry.domain.coverage.contribution.PledgeFilter;
import org.alliedregistry.domain.pledge.Origin;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.reference.AsOf;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.alliedregistry.http.QueryReader;
import org.alliedregistry.http.TableFormat;
import org.alliedregistry.http.question.AsOfParameters;
import org.alliedregistry.http.question.BaselineParameters;
import org.alliedregistry.http.question.FinancingParameters;
import org.alliedregistry.http.question.RecordAccess;
import org.alliedregistry.http.question.RecordContext;
import org.alliedregistry.http.read.CachedAnswers;
import org.alliedregistry.http.read.Costly;
import org.alliedregistry.http.read.WorkLimits;
import org.alliedregistry.http.table.Tables;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@CachedAnswers
@Path("/v1/positions")
@Produces(MediaType.APPLICATION_JSON)
class PositionResource {

  /** The positions of all allies. */
  @Schema(name = "Positions")
  public record Page(
      LocalDate validAt,
      @JsonInclude(JsonInclude.Include.NON_NULL)
          @Schema(description = "The instant of the question. Left out if the question has none.")
          @Nullable Instant knownAt,
      EvidenceGrade evidence,
      @Schema(
              description =
                  "Who may see this answer: PUBLIC, COALITION, the code of an ally, or"
                      + " SECRETARIAT.")
          String audience,
      String revision,
      List<PositionView> items,
      AllyRole role,
      List<String> financedBy,
      List<String> programme,
      List<Origin> origin) {

    static Page of(
        AsOf view, RecordContext context, AllySelection selection, List<PositionView> items) {
      PledgeFilter filter = selection.filter();
      return new Page(
          view.validAt(),
          context.knownAt(),
          view.evidence(),
          context.audience().code(),
          context.registry().revision(),
          items,
          selection.role(),
          filter.financedBy().stream().sorted().toList(),
          filter.programmes().stream().sorted().toList(),
          filter.origins().stream().sorted().toList());
    }
  }

  private final RecordAccess recordAccess;
  private final WorkLimits limits;
  private final Tables tables;

  PositionResource(RecordAccess recordAccess, WorkLimits limits, Tables tables) {
    this.tables = tables;
    this.recordAccess = recordAccess;
    this.limits = limits;
  }

  @GET
  @Costly
  @Operation(
      operationId = "listPositions",
      summary = "Every ally, by code, with its strongest position on each capability")
  @APIResponseSchema(Page.class)
  @Produces({
    MediaType.APPLICATION_JSON,
    TableFormat.TEXT_CSV,
    TableFormat.APPLICATION_NDJSON,
    TableFormat.WORKBOOK
  })
  public Response list(
      @RestQuery
          @QueryReader.CommaList
          @Parameter(description = "Only these allies, separated by commas.")
          @Nullable String ally,
      @RestQuery
          @Parameter(description = "The baseline whose planning factors convert the amounts.")
          @Nullable String baseline,
      @RestQuery
          @Parameter(
              description =
                  "The format of the answer. It decides before the header Accept. A table has a row"
                      + " for each ally and capability."
                      + TableFormat.VALUES,
              schema = @Schema(enumeration = {"json", "csv", "xlsx", "ndjson"}))
          @Nullable String format,
      @BeanParam AsOfParameters parameters,
      @BeanParam FinancingParameters financing,
      @Context HttpHeaders headers) {
    QueryReader reader = new QueryReader();
    Optional<TableFormat> table = TableFormat.asked(format, headers, reader);
    RecordContext context = recordAccess.context(parameters, reader);
    RegistrySnapshot registry = context.registry();
    AsOf view = parameters.viewpoint(reader, context);
    AllySelection selection = financing.selection(ally, null, registry, reader);
    Set<String> only = selection.only();
    BaselineParameters.baseline(baseline, null, registry, reader);
    reader.refuseIfInvalid();
    PositionSummary positions =
        new PositionSummary(
            PledgeEvaluation.of(
                    registry,
                    view,
                    registry.baseline(baseline == null ? Baseline.DEFAULT : baseline))
                .withLimit(limits.limit()),
            selection);
    List<PositionView> items =
        registry.allies().values().stream()
            .map(history -> history.latest())
            .filter(a -> only.isEmpty() || only.contains(a.code()))
            .map(positions::of)
            .toList();
    return tables.answer(
        table,
        "positions",
        PositionView.Row.class,
        items.stream().flatMap(PositionView::rows),
        Page.of(view, context, selection, items),
        headers);
  }
}
