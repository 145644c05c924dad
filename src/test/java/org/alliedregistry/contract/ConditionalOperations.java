package org.alliedregistry.contract;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.alliedregistry.problem.Problem;
import org.alliedregistry.problem.ProblemType;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Adds the headers that make a request conditional or repeatable, and what is answered to them. */
final class ConditionalOperations {

  private static final String TAG = "\"0dd45cd0afbf92ee87b6acec72eda2e6\"";

  /** A header that a request may have. */
  private record RequestHeader(String name, String example, String description) {}

  private static final SortedMap<String, RequestHeader> PARAMETERS =
      new TreeMap<>(
          Map.of(
              "IfNoneMatch",
              new RequestHeader(
                  "If-None-Match",
                  TAG,
                  "The ETags of answers the caller has, or a star: if it would be sent one of"
                      + " these again, the answer is 304 without them."),
              "IfMatch",
              new RequestHeader(
                  "If-Match",
                  TAG,
                  "Only if it is still as read: the ETag of a GET of this address without"
                      + " parameters, or a star for whatever there is. 412 otherwise; 428 where what"
                      + " is there would change and the header is left out."),
              "IfNothingIsThere",
              new RequestHeader(
                  "If-None-Match",
                  "*",
                  "A star: only if nothing is recorded here yet. 412 otherwise."),
              "IfMatchList",
              new RequestHeader(
                  "If-Match",
                  TAG,
                  "Only if nothing was said since: the ETag of the list under this address without"
                      + " parameters, or of the last answer to an addition to it. 412 otherwise."),
              "IdempotencyKey",
              new RequestHeader(
                  "Idempotency-Key",
                  "press-statement-17",
                  "A key of the caller's own for this request. For 24 hours the same request with"
                      + " the same key is answered as it was first, and nothing is recorded"
                      + " twice.")));

  private static final SortedMap<String, String> HEADERS =
      new TreeMap<>(
          Map.of(
              "ETag",
              "The strong entity tag of this address: other bytes of the body have another one.",
              "ListETag",
              "The entity tag that the list under this address has now, for the next If-Match.",
              "Location",
              "Where it can be read.",
              "IdempotencyReplayed",
              "True where this is the answer that was given to the key first.",
              "RetryAfter",
              "Seconds to wait before the request is worth repeating."));

  /** What is shown once is not kept to be shown again. */
  private static final String SHOWN_ONCE = "/v1/tokens";

  private ConditionalOperations() {}

  static void complete(OpenAPI api) {
    describe(api.getComponents());
    api.getPaths().getPathItems().forEach(ConditionalOperations::complete);
  }

  private static void describe(Components components) {
    PARAMETERS.forEach((name, of) -> components.addParameter(name, parameter(of)));
    HEADERS.forEach(
        (name, description) ->
            components.addHeader(
                name, OASFactory.createHeader().description(description).schema(text())));
    Objects.requireNonNull(components.getParameters().get("IdempotencyKey"))
        .getSchema()
        .minLength(1)
        .maxLength(255);
    Objects.requireNonNull(components.getResponses().get("Unavailable"))
        .addHeader("Retry-After", header("RetryAfter"));
    components
        .addResponse(
            "NotModified",
            OASFactory.createAPIResponse()
                .description("The caller has it already, as If-None-Match says.")
                .addHeader("ETag", header("ETag")))
        .addResponse("ConflictOrStillRunning", conflictOrStillRunning());
  }

  private static void complete(String path, PathItem item) {
    if (item.getGET() != null && !isStream(item.getGET())) {
      takes(item.getGET(), "IfNoneMatch");
      gives(item.getGET(), "200", "ETag", "ETag");
      answers(item.getGET(), "304", "NotModified");
    }
    if (item.getPUT() != null) {
      takes(item.getPUT(), "IfMatch");
      if (item.getPUT().getResponses().hasAPIResponse("201")) {
        takes(item.getPUT(), "IfNothingIsThere");
      }
      gives(item.getPUT(), "200", "ETag", "ETag");
      gives(item.getPUT(), "201", "ETag", "ETag");
      gives(item.getPUT(), "201", "Location", "Location");
      answers(item.getPUT(), "412", "PreconditionFailed");
      answers(item.getPUT(), "428", "PreconditionRequired");
    }
    if (item.getPOST() != null && !path.equals(SHOWN_ONCE)) {
      post(item.getPOST(), path.endsWith("/statements"));
    }
  }

  /** Events have no bytes that a caller could have already. */
  private static boolean isStream(Operation get) {
    return get.getResponses().getAPIResponse("200").getContent().hasMediaType("text/event-stream");
  }

  private static void post(Operation post, boolean appends) {
    takes(post, "IdempotencyKey");
    if (appends) {
      takes(post, "IfMatchList");
      answers(post, "412", "PreconditionFailed");
    }
    for (String status : List.of("200", "201")) {
      gives(post, status, "Idempotency-Replayed", "IdempotencyReplayed");
    }
    gives(post, "201", "Location", "Location");
    gives(post, "201", "ETag", appends ? "ListETag" : "ETag");
    answers(post, "409", "ConflictOrStillRunning");
    answers(post, "422", "KeyReused");
  }

  private static APIResponse conflictOrStillRunning() {
    return OASFactory.createAPIResponse()
        .description(
            ProblemType.CONFLICT.title()
                + ", or: "
                + ProblemType.STILL_RUNNING.title()
                + ". "
                + ProblemType.STILL_RUNNING.advice())
        .addHeader("Retry-After", header("RetryAfter"))
        .content(
            OASFactory.createContent()
                .addMediaType(
                    Problem.MEDIA_TYPE,
                    OASFactory.createMediaType()
                        .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))));
  }

  private static void takes(Operation operation, String parameter) {
    operation.addParameter(
        OASFactory.createParameter().ref("#/components/parameters/" + parameter));
  }

  private static void gives(Operation operation, String status, String name, String header) {
    APIResponse response = operation.getResponses().getAPIResponse(status);
    if (response != null) {
      response.addHeader(name, header(header));
    }
  }

  private static void answers(Operation operation, String status, String response) {
    operation
        .getResponses()
        .addAPIResponse(
            status, OASFactory.createAPIResponse().ref("#/components/responses/" + response));
  }

  private static Parameter parameter(RequestHeader header) {
    return OASFactory.createParameter()
        .name(header.name())
        .in(Parameter.In.HEADER)
        .description(header.description())
        .example(header.example())
        .schema(text());
  }

  private static Schema text() {
    return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
  }

  private static Header header(String name) {
    return OASFactory.createHeader().ref("#/components/headers/" + name);
  }
}
