package org.alliedregistry.contract;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Adds what is answered to a caller who asks too much. */
final class BoundedOperations {

  private static final String LIMITED = "/v1/";

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
        .forEach(
            (path, item) -> {
              if (path.startsWith(LIMITED)) {
                item.getOperations()
                    .values()
                    .forEach(operation -> answers(operation, 429, "RateLimited"));
              }
            });
  }

  private static void describe(Components components) {
    HEADERS.forEach(
        (name, description) ->
            components.addHeader(
                name,
                OASFactory.createHeader()
                    .description(description)
                    .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING))));
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
