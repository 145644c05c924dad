package org.alliedregistry.contract;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Adds what is answered to a caller who asks too much, too slowly or for too long. */
final class BoundedOperations {

  private static final String LIMITED = "/v1/";

  private static final Set<String> WAITED_FOR = Set.of("/v1/ledger", "/v1/ledger/stream");

  private static final Set<String> COSTLY =
      Set.of(
          "getCoverage",
          "getMarginals",
          "getTimeline",
          "getHistory",
          "getChanges",
          "askWhatIf",
          "listPledges",
          "listPositions");

  private static final Map<String, String> HEADERS =
      new TreeMap<>(
          Map.of(
              "RateLimitPolicy",
              "How many requests (q) a caller may make in how many seconds (w).",
              "RateLimit",
              "How many requests are left (r), and in how many seconds (t) none is missing."));

  private BoundedOperations() {}

  static void complete(OpenAPI api) {
    describe(api.getComponents());
    api.getPaths()
        .getPathItems()
        .forEach((path, item) -> item.getOperations().values().forEach(op -> complete(path, op)));
  }

  private static void complete(String path, Operation operation) {
    answers(operation, 431, "HeadersTooLarge");
    if (operation.getRequestBody() != null) {
      answers(operation, 408, "RequestTimeout");
    }
    if (path.startsWith(LIMITED)) {
      answers(operation, 429, "RateLimited");
    }
    if (WAITED_FOR.contains(path)) {
      answers(operation, 503, "TooManyReaders");
    }
    if (COSTLY.contains(operation.getOperationId())) {
      answers(operation, 503, "Busy");
    }
  }

  private static void describe(Components components) {
    HEADERS.forEach(
        (name, description) ->
            components.addHeader(
                name,
                OASFactory.createHeader()
                    .description(description)
                    .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING))));
    for (String passing : List.of("TooManyReaders", "ProviderUnavailable", "Busy")) {
      Objects.requireNonNull(components.getResponses().get(passing))
          .addHeader(
              "Retry-After", OASFactory.createHeader().ref("#/components/headers/RetryAfter"));
    }
    APIResponse limited = Objects.requireNonNull(components.getResponses().get("RateLimited"));
    for (String name : List.of("Retry-After", "RateLimit", "RateLimit-Policy")) {
      limited.addHeader(
          name, OASFactory.createHeader().ref("#/components/headers/" + name.replace("-", "")));
    }
  }

  private static void answers(Operation operation, int status, String response) {
    operation
        .getResponses()
        .addAPIResponse(
            Integer.toString(status),
            OASFactory.createAPIResponse().ref("#/components/responses/" + response));
  }
}
