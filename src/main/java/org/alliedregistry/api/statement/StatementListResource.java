package org.alliedregistry.api.statement;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.alliedregistry.domain.coverage.contribution.WorkLimit;
import org.alliedregistry.domain.pledge.statement.Statement;
import org.alliedregistry.domain.record.PledgeRecord;
import org.alliedregistry.domain.record.Recorded;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.http.QueryReader;
import org.alliedregistry.http.TableFormat;
import org.alliedregistry.http.page.Pagination;
import org.alliedregistry.http.page.SortOrder;
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
@Path("/v1/statements")
@Produces(MediaType.APPLICATION_JSON)
class StatementListResource {

  /** A page of statements on all pledges. */
  @Schema(name = "StatementRowPage")
  public record Page(
      List<StatementRow> items,
      @Schema(description = "The path of the next page. Null on the last page.")
          @Nullable String next) {}

  private final RecordAccess recordAccess;
  private final Pagination pages;
  private final WorkLimits limits;

  StatementListResource(RecordAccess recordAccess, Pagination pages, WorkLimits limits) {
    this.recordAccess = recordAccess;
    this.pages = pages;
    this.limits = limits;
  }

  @GET
  @Costly
  @Produces({
    MediaType.APPLICATION_JSON,
    TableFormat.TEXT_CSV,
    TableFormat.APPLICATION_NDJSON,
    TableFormat.WORKBOOK
  })
  @Operation(
      operationId = "listAllStatements",
      summary = "Everything said across pledges, newest first")
  @APIResponseSchema(Page.class)
  public Response list(
      @BeanParam StatementParameters parameters, @BeanParam FinancingParameters financing) {
    QueryReader reader = new QueryReader();
    RecordContext context = recordAccess.context(parameters, reader);
    StatementFilter filter = parameters.filter(financing, reader, context.registry());
    SortOrder<StatementSequence.Field> order = parameters.order(reader);
    WorkLimit limit = limits.limit();
    return pages.filtered(
        parameters,
        context,
        reader,
        StatementRow.class,
        then -> StatementSequence.of(then.log(), order),
        then -> rows(then, filter, limit),
        Page::new);
  }

  static Function<Recorded<Statement>, Optional<StatementRow>> rows(
      RegistrySnapshot registry, StatementFilter filter, WorkLimit limit) {
    Supersessions supersessions = new Supersessions();
    return recorded -> {
      limit.spend(1);
      if (!filter.keeps(recorded)) {
        return Optional.empty();
      }
      Statement statement = recorded.value();
      PledgeRecord record = registry.pledge(statement.pledge()).orElseThrow();
      if (!filter.keeps(statement, record.pledge())) {
        return Optional.empty();
      }
      String supersededBy = supersessions.of(record, statement.id());
      return filter.keepsSuperseded(supersededBy != null)
          ? Optional.of(StatementRow.of(record.pledge(), recorded, supersededBy))
          : Optional.empty();
    };
  }
}
