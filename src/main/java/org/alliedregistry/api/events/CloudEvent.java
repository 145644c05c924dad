package org.alliedregistry.api.events;

import java.time.Instant;
import org.alliedregistry.domain.record.Entry;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One entry of the ledger as a CloudEvent 1.0, structured JSON. */
@Schema(
    name = "CloudEvent",
    description = "One entry of the ledger (CloudEvents 1.0, structured JSON).")
public record CloudEvent(
    String specversion,
    @Schema(description = "An opaque id. Send it as `after` to get the events that follow.")
        String id,
    String source,
    @Schema(description = "org.alliedregistry.{what}.recorded.v1") String type,
    @Schema(description = "The path of the resource that was recorded.") String subject,
    @Schema(description = "When it was recorded.") Instant time,
    String datacontenttype,
    @Schema(description = "Who recorded it.") String recordedby,
    @Schema(description = "What was recorded, in the form of the API.") Object data) {

  private static final String VERSION = "1.0";
  private static final String SOURCE = "/v1/ledger";
  private static final String JSON = "application/json";

  static CloudEvent of(Entry entry) {
    EventPayload recorded = EventPayload.of(entry);
    return new CloudEvent(
        VERSION,
        entry.stamp().id(),
        SOURCE,
        "org.alliedregistry." + recorded.what() + ".recorded.v1",
        entry.content().subject(),
        entry.stamp().at(),
        JSON,
        entry.stamp().recordedBy(),
        recorded.data());
  }
}
