package org.alliedregistry.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.alliedregistry.contract.ContractTree.Operation;

/** Adds the headers of answers, each described once. */
final class AnswerHeaders {

  private static final List<String> ALWAYS = List.of("X-Request-Id");
  private static final List<String> WAIT = List.of("Retry-After");
  private static final List<String> LIMITS = List.of("RateLimit-Policy", "RateLimit");

  private AnswerHeaders() {}

  static void complete(ContractTree tree) {
    tree.operations().forEach(AnswerHeaders::successes);
    for (Map.Entry<String, JsonNode> response : tree.components("responses").properties()) {
      failure(response.getKey(), (ObjectNode) response.getValue());
    }
  }

  private static void failure(String name, ObjectNode response) {
    gives(response, ALWAYS);
    switch (name) {
      case "Unauthorized" -> gives(response, List.of("WWW-Authenticate"));
      case "MethodNotAllowed" -> gives(response, List.of("Allow"));
      case "Conflict", "ServiceUnavailable" -> gives(response, WAIT);
      case "TooManyRequests" -> {
        gives(response, WAIT);
        gives(response, LIMITS);
      }
      default -> {
        // has the body only
      }
    }
  }

  private static void successes(Operation operation) {
    for (int status : new int[] {200, 201, 204}) {
      ObjectNode answer = operation.answer(status);
      if (answer != null) {
        success(operation, status, answer);
      }
    }
  }

  private static void success(Operation operation, int status, ObjectNode answer) {
    gives(answer, ALWAYS);
    boolean hasTag =
        operation.method().equals("get")
            ? !operation.streams()
            : operation.method().equals("put")
                || (status == 201 && ConditionalRequests.isRepeatable(operation));
    if (hasTag) {
      gives(answer, "ETag", ConditionalRequests.appends(operation) ? "ListETag" : "ETag");
    }
    if (status == 201) {
      gives(answer, List.of("Location"));
    }
    if (!operation.isRead()) {
      gives(answer, List.of("Revision"));
    }
    if (operation.takes("cursor")) {
      gives(answer, List.of("Link"));
    }
    if (ConditionalRequests.isRepeatable(operation)) {
      gives(answer, List.of("Idempotency-Replayed"));
    }
    if (operation.method().equals("get")) {
      gives(answer, List.of("Cache-Control", "Vary"));
    }
    if (operation.path().startsWith("/v1/")) {
      gives(answer, LIMITS);
    }
  }

  private static void gives(ObjectNode answer, List<String> names) {
    names.forEach(name -> gives(answer, name, component(name)));
  }

  private static void gives(ObjectNode answer, String name, String component) {
    answer
        .withObjectProperty("headers")
        .putObject(name)
        .put("$ref", ContractTree.ref("headers", component));
  }

  private static String component(String name) {
    return String.join("", Arrays.asList(name.split("-", -1)));
  }
}
