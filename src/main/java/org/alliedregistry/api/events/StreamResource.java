package org.alliedregistry.api.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.alliedregistry.domain.record.Entry;
import org.alliedregistry.domain.reference.Audience;
import org.alliedregistry.http.QueryReader;
import org.alliedregistry.http.question.AudienceParameter;
import org.alliedregistry.lifecycle.GracefulShutdown;
import org.alliedregistry.security.Caller;
import org.alliedregistry.security.Requester;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/v1/ledger/stream")
@Produces(MediaType.SERVER_SENT_EVENTS)
class StreamResource {

  /** The number of entries that are read at once; no more are held for a reader. */
  private static final int BATCH = 100;

  private static final long RETRY_MS = 3_000;

  private final EventFeed feed;
  private final FeedPositions positions;
  private final StreamConnections readers;
  private final StreamPermits permits;
  private final Caller caller;
  private final ObjectMapper json;
  private final Duration heartbeat;
  private final GracefulShutdown stopping;

  StreamResource(
      EventFeed feed,
      FeedPositions positions,
      StreamConnections readers,
      StreamPermits permits,
      Caller caller,
      ObjectMapper json,
      EventFeedConfig config,
      GracefulShutdown stopping) {
    this.feed = feed;
    this.positions = positions;
    this.readers = readers;
    this.permits = permits;
    this.caller = caller;
    this.json = json;
    this.heartbeat = config.heartbeat();
    this.stopping = stopping;
  }

  /** Runs on a worker thread, because the caller's view may have to be computed. */
  @GET
  @Blocking
  @Operation(
      operationId = "streamEvents",
      summary = "All recorded entries, then new ones, as server-sent events")
  @APIResponse(
      responseCode = "200",
      description =
          "The answer does not depend on `Accept`, because it has one format only. Each entry is"
              + " one event: `id` to resume after it, `event` with its type, `data` with the"
              + " CloudEvent. A comment is sent from time to time to show that the stream is open."
              + " The stream ends if the reader is too slow, or if its token is no longer valid.",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema = @Schema(type = SchemaType.STRING)))
  public Multi<OutboundSseEvent> stream(
      @RestHeader("Last-Event-ID")
          @Parameter(
              description = "The id of the last event that was read. It overrides `after`.",
              schema = @Schema(type = SchemaType.STRING))
          @Nullable String lastEventId,
      @RestQuery
          @Parameter(
              description =
                  "The same, for clients that cannot send the header. Default: begin with the first"
                      + " event.",
              schema = @Schema(type = SchemaType.STRING))
          @Nullable String after,
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
      @Context Sse sse,
      @Context HttpServerRequest request) {
    QueryReader parameters = new QueryReader();
    Audience seenBy = caller.audience(AudienceParameter.read(audience, parameters));
    FeedPosition position =
        lastEventId == null
            ? positions.after(after, seenBy, parameters)
            : positions.afterLast(lastEventId, seenBy, parameters);
    parameters.refuseIfInvalid();
    BooleanSupplier mayStay = caller.stillAuthorized();
    Requester requester = caller.requester();
    readers.refuseIfFull(requester);
    return Multi.createFrom()
        .deferred(
            () -> {
              StreamConnections.Reader reader =
                  readers.opened(requester, request.connection(), mayStay);
              return Multi.createBy()
                  .concatenating()
                  .streams(
                      Multi.createFrom().item(opening(sse)),
                      events(position, requester, mayStay, sse))
                  .onItem()
                  .invoke(reader::onSent)
                  .onRequest()
                  .invoke(count -> reader.onRequest())
                  .onTermination()
                  .invoke(reader::close);
            });
  }

  /** A stream has no end and no length, so HEAD answers without a body at once. */
  @HEAD
  @Operation(hidden = true)
  public Response head() {
    return Response.ok().type(MediaType.SERVER_SENT_EVENTS).build();
  }

  /** The events until the token of the reader expires or the service stops. */
  private Multi<OutboundSseEvent> events(
      FeedPosition from, Requester requester, BooleanSupplier mayStay, Sse sse) {
    return Multi.createBy()
        .repeating()
        .uni(
            () -> new AtomicInteger(from.count()),
            position ->
                feed.nextWithin(new FeedPosition(from.audience(), position.get()), BATCH, heartbeat)
                    .onItem()
                    .invoke(batch -> position.addAndGet(batch.size())))
        .until(batch -> !mayStay.getAsBoolean() || stopping.hasBegun())
        .onItem()
        .transformToMultiAndConcatenate(
            batch ->
                batch.size() > EventFeed.SMALL_BATCH
                    ? permits.withPermit(requester, toSse(batch, sse))
                    : toSse(batch, sse));
  }

  private Multi<OutboundSseEvent> toSse(List<Entry> batch, Sse sse) {
    return batch.isEmpty()
        ? Multi.createFrom().item(sse.newEventBuilder().comment("still here").build())
        : Multi.createFrom().iterable(batch).onItem().transform(entry -> toSse(entry, sse));
  }

  private OutboundSseEvent toSse(Entry entry, Sse sse) {
    CloudEvent event = CloudEvent.of(entry);
    try {
      return sse.newEventBuilder()
          .id(event.id())
          .name(event.type())
          .data(json.writeValueAsString(event))
          .build();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event that is no JSON", e);
    }
  }

  private static OutboundSseEvent opening(Sse sse) {
    return sse.newEventBuilder().comment("the ledger").reconnectDelay(RETRY_MS).build();
  }
}
