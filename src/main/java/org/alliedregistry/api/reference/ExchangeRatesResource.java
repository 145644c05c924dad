package org.alliedregistry.api.reference;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.http.QueryReader;
import org.alliedregistry.http.TableFormat;
import org.alliedregistry.http.page.ListParameters;
import org.alliedregistry.http.page.Pagination;
import org.alliedregistry.http.question.AsOfParameters;
import org.alliedregistry.http.question.RecordAccess;
import org.alliedregistry.http.question.RecordContext;
import org.alliedregistry.http.read.CachedAnswers;
import org.alliedregistry.http.write.WriteOperations;
import org.alliedregistry.json.ParsedBody;
import org.alliedregistry.json.StrictJson;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.UnknownCode;
import org.alliedregistry.recording.reference.ExchangeRatesBody;
import org.alliedregistry.security.token.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@CachedAnswers
@Path("/v1/exchange-rates")
@Produces(MediaType.APPLICATION_JSON)
class ExchangeRatesResource {

  /** A page of exchange rates. */
  @Schema(name = "ExchangeRatesPage")
  public record Page(
      List<ExchangeRatesView> items,
      @Schema(description = "The path of the next page. Null on the last page.")
          @Nullable String next) {}

  private final RecordAccess recordAccess;
  private final Pagination pages;
  private final WriteOperations recording;
  private final StrictJson json;

  ExchangeRatesResource(
      RecordAccess recordAccess, Pagination pages, WriteOperations recording, StrictJson json) {
    this.recordAccess = recordAccess;
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
  @Operation(operationId = "listExchangeRates", summary = "All exchange rates, by unit")
  @APIResponseSchema(Page.class)
  public Response list(@BeanParam ListParameters parameters) {
    QueryReader reader = new QueryReader();
    RecordContext context = recordAccess.context(parameters, reader);
    parameters.viewpoint(reader, context);
    return pages.page(
        parameters,
        context,
        reader,
        ExchangeRatesView.class,
        registry -> List.copyOf(registry.exchangeRates().values()),
        (registry, series) -> ExchangeRatesView.of(series.latest()),
        Page::new);
  }

  @GET
  @Path("{unit}")
  @Operation(operationId = "getExchangeRates", summary = "The exchange rates of a unit")
  public ExchangeRatesView get(@RestPath String unit, @BeanParam AsOfParameters parameters) {
    QueryReader reader = new QueryReader();
    RecordContext context = recordAccess.context(parameters, reader);
    parameters.viewpoint(reader, context);
    reader.refuseIfInvalid();
    return view(context.registry(), unit);
  }

  @PUT
  @Path("{unit}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.SECRETARIAT)
  @Operation(
      operationId = "putExchangeRates",
      summary = "Set the exchange rates of a unit. A change makes a new version of all of them")
  @APIResponseSchema(ExchangeRatesView.class)
  public Response put(
      @RestPath String unit, @RequestBodySchema(ExchangeRatesBody.class) InputStream body) {
    ParsedBody<ExchangeRatesBody> sent = json.read(body, ExchangeRatesBody.class);
    return recording.put(
        registry -> registry.exchangeRateSeries(unit),
        registry -> sent.body().toSeries(unit, registry, sent.faultsSoFar()),
        EntryContent.ExchangeRatesVersionRecorded::new,
        registry -> view(registry, unit));
  }

  private static ExchangeRatesView view(RegistrySnapshot registry, String unit) {
    return registry
        .exchangeRateSeries(unit)
        .map(ExchangeRatesView::of)
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    UnknownCode.code(
                        unit, "exchange rate series", registry.exchangeRates().keySet())));
  }
}
