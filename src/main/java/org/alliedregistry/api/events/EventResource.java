package org.alliedregistry.api.events;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.alliedregistry.api.events.EventFeed.Batch;
import org.alliedregistry.domain.reference.Audience;
import org.alliedregistry.http.ForwardedPrefix;
import org.alliedregistry.http.QueryReader;
import org.alliedregistry.http.guard.ComputationPermits;
import org.alliedregistry.http.question.AudienceParameter;
import org.alliedregistry.http.read.EntityTags;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.ProblemType;
import org.alliedregistry.security.Caller;
import org.alliedregistry.security.Requester;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.NoCache;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jspecify.annotations.Nullable;

@Path("/v1/ledger")
@Produces(MediaType.APPLICATION_JSON)
class EventResource {

  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 500;
  private static final int MAX_WAIT_SECONDS = 60;

  /** A page of events, with the address of the next poll. */
  @Schema(name = "EventPage")
  public record Page(
      List<CloudEvent> items,
      @Schema(description = "The path to poll for the next events. It is always present.")
          String next) {}

  private final EventFeed feed;
  private final FeedPositions positions;
  private final Caller caller;
  private final ReaderLimit readerLimit;
  private final ComputationPermits permits;
  private final EntityTags entityTags;

  EventResource(
      EventFeed feed,
      FeedPositions positions,
      Caller caller,
      ReaderLimit readerLimit,
      ComputationPermits permits,
      EntityTags entityTags) {
    this.feed = feed;
    this.positions = positions;
    this.caller = caller;
    this.readerLimit = readerLimit;
    this.permits = permits;
    this.entityTags = entityTags;
  }

  private static Duration patience(@Nullable Integer seconds) {
    return Duration.ofSeconds(seconds == null ? 0 : seconds);
  }

  /** The answers are not cached: a cached empty page would end every later poll at once. */
  @GET
  @NoCache
  @Blocking
  @Operation(
      operationId = "listEvents",
      summary = "All recorded entries as events, in order. Poll `next` for new ones")
  @APIResponse(
      responseCode = "200",
      description = "OK",
      content = @Content(schema = @Schema(implementation = Page.class)))
  public Uni<byte[]> list(
      @RestQuery
          @Parameter(
              description =
                  "The id of the last event that was read, as in `next`. Default: begin with the"
                      + " first event.",
              schema = @Schema(type = SchemaType.STRING))
          @Nullable String after,
      @RestQuery
          @Parameter(
              description = "The maximum number of events in an answer. Default: 50.",
              schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500"))
          @Nullable String limit,
      @RestQuery
          @Parameter(
              description =
                  "If no event follows yet, wait up to this number of seconds for one. Default: 0.",
              schema = @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "60"))
          @Nullable String wait,
      @RestQuery
          @Parameter(
              description =
                  "Show only what others see: PUBLIC (everybody) or COALITION (every caller with a"
                      + " token). COALITION needs a token. Default: what the caller sees.",
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      enumeration = {"PUBLIC", "COALITION"}))
          @Nullable String audience,
      @BeanParam EventParameters parameters,
      @Context HttpServerRequest request) {
    QueryReader reader = new QueryReader();
    Audience seenBy = caller.audience(AudienceParameter.read(audience, reader));
    FeedPosition position = positions.after(after, seenBy, reader);
    EventFilter filter = parameters.filter(reader, feed.allies(seenBy));
    Integer max = reader.integer("limit", limit, 1, MAX_LIMIT);
    Duration patience = patience(reader.integer("wait", wait, 0, MAX_WAIT_SECONDS));
    reader.refuseIfInvalid();
    BooleanSupplier mayStay = caller.stillAuthorized();
    String prefix = ForwardedPrefix.of(request);
    Requester requester = caller.requester();
    ResteasyReactiveRequestContext work = CurrentRequestManager.get();
    return batch(position, max == null ? DEFAULT_LIMIT : max, patience, filter, request)
        .chain(
            batch -> {
              Supplier<byte[]> page =
                  () -> {
                    refuseUnless(mayStay.getAsBoolean());
                    List<String> asked = new ArrayList<>();
                    EventParameters.add(
                        asked, "after", batch.lastId() == null ? after : batch.lastId());
                    EventParameters.add(asked, "limit", limit);
                    EventParameters.add(asked, "wait", wait);
                    EventParameters.add(asked, "audience", audience);
                    parameters.addTo(asked);
                    return entityTags.bytes(
                        new Page(
                            batch.entries().stream().map(CloudEvent::of).toList(),
                            prefix + next(asked)));
                  };
              return batch.entries().size() > EventFeed.SMALL_BATCH
                  ? permits.computed(requester, work, page)
                  : Uni.createFrom().item(page);
            });
  }

  /** The entries after a position. A permit of a reader is taken only if the poll must wait. */
  private Uni<Batch> batch(
      FeedPosition position,
      int limit,
      Duration patience,
      EventFilter filter,
      HttpServerRequest request) {
    Uni<Batch> next = feed.nextWithin(position, limit, patience, filter);
    if (patience.isZero() || !feed.next(position, 1, filter).entries().isEmpty()) {
      return next;
    }
    Batch none = new Batch(List.of(), position, null, true);
    return readerLimit.whileWaiting(caller.requester(), request.connection(), next, none);
  }

  /** Refuses the answer if the token expired while the poll waited. */
  private static void refuseUnless(boolean mayStay) {
    if (!mayStay) {
      throw ProblemException.because(
          ProblemType.UNAUTHENTICATED, "The token expired or was revoked while you waited.");
    }
  }

  private static String next(List<String> parameters) {
    return "/v1/ledger" + (parameters.isEmpty() ? "" : "?" + String.join("&", parameters));
  }
}
