package org.alliedregistry.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alliedregistry.support.Contract;
import org.alliedregistry.support.Json;

/** Checks an answer against the contract. */
final class AnswerCheck {

  private static final String PROBLEM = "application/problem+json";

  private final List<Operation> operations;

  AnswerCheck(List<Operation> operations) {
    this.operations = operations;
  }

  Optional<String> fault(FuzzRequest request, FuzzAnswer answer) {
    int status = answer.status();
    String address = request.target().replaceAll("\\?.*", "");
    if (status >= 500 && status != 503) {
      return Optional.of(status + ": an error of the service: " + answer.text());
    }
    if (status >= 400) {
      Optional<String> fault = problemFault(request, answer);
      if (fault.isPresent()) {
        return fault;
      }
    }
    if (Operation.isThere(operations, request.method(), address)) {
      try {
        Contract.check(
            request.method(), address, status, Contract.headers(answer.fields()), answer.text());
      } catch (AssertionError e) {
        return Optional.of(status + ": not as the contract says: " + e.getMessage());
      }
    }
    return Optional.empty();
  }

  private static Optional<String> problemFault(FuzzRequest request, FuzzAnswer answer) {
    int status = answer.status();
    String type = answer.header("Content-Type").orElse("nothing");
    if (request.isHead()) {
      return Optional.empty();
    }
    if (!type.startsWith(PROBLEM)) {
      return Optional.of(status + ": no problem body but " + type + ": " + answer.text());
    }
    try {
      JsonNode problem = Json.read(answer.text());
      if (problem.path("status").asInt() != status) {
        return Optional.of(status + ": a problem with another status: " + answer.text());
      }
      if (status == 503 && !answer.header("Retry-After").isPresent()) {
        return Optional.of("503 that does not say when to come back: " + answer.text());
      }
      return missing(problem).map(name -> status + ": a problem without " + name);
    } catch (AssertionError e) {
      return Optional.of(status + ": " + e.getMessage());
    }
  }

  private static Optional<String> missing(JsonNode problem) {
    return Set.of("type", "title", "status", "detail").stream()
        .filter(name -> !problem.hasNonNull(name))
        .findFirst();
  }
}
