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
    gives(response, LIMITS);
    switch (name) {
      case "NotModified" -> gives(response, List.of("Link"));
      case "Unauthorized" -> gives(response, List.of("WWW-Authenticate"));
      case "Conflict" -> gives(response, "Retry-After", "RetryAfterTheFirst");
      case "ServiceUnavailable", "TooManyRequests" -> gives(response, List.of("Retry-After"));
      case FailureAnswers.OF_ANY -> gives(response, List.of("Allow"));
      default -> {
        // has no more than all
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
    if (status == 201 && records(operation)) {
      gives(answer, List.of("Location"));
    }
    if (records(operation)) {
      gives(answer, List.of("Revision"));
    }
    if (operation.takes("cursor")) {
      gives(answer, List.of("Link"));
    }
    if (ConditionalRequests.isRepeatable(operation)) {
      gives(answer, List.of("Idempotency-Replayed"));
    }
    if (operation.streams()) {
      gives(answer, List.of("X-Accel-Buffering"));
    }
    if (operation.path().startsWith("/v1/")) {
      gives(answer, LIMITS);
    }
  }

  /** Whether it adds to the ledger, in which tokens do not stand. */
  private static boolean records(Operation operation) {
    return !operation.isRead() && !operation.path().startsWith("/v1/tokens");
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
