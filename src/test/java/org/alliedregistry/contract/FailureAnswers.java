package org.alliedregistry.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.alliedregistry.contract.ContractTree.Operation;
import org.alliedregistry.problem.Problem;
import org.alliedregistry.problem.ProblemType;

/**
 * Adds what can go wrong: one shared answer for each status of the table of problems, which lists
 * the problems that have it.
 */
final class FailureAnswers {

  private FailureAnswers() {}

  static void complete(ContractTree tree) {
    for (int status : statuses()) {
      describe(tree.components("responses").putObject(name(status)), status);
      for (Operation operation : tree.operations()) {
        if (answers(status).test(operation)) {
          operation.answers(status, name(status));
        }
      }
    }
  }

  static TreeSet<Integer> statuses() {
    return Arrays.stream(ProblemType.values())
        .map(ProblemType::status)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** As the standard calls it: 404 is NotFound. */
  static String name(int status) {
    return Arrays.stream(HttpResponseStatus.valueOf(status).reasonPhrase().split("[^A-Za-z]+", -1))
        .map(word -> word.substring(0, 1) + word.substring(1).toLowerCase(java.util.Locale.ROOT))
        .collect(Collectors.joining());
  }

  /** Which operations answer a status; one that is not named here is answered by all. */
  private static Predicate<Operation> answers(int status) {
    return switch (status) {
      case 404 -> o -> o.path().contains("{") || o.path().startsWith("/.well-known/");
      case 408, 409, 413, 415 -> Operation::takesBody;
      case 412 -> o -> o.method().equals("put") || ConditionalRequests.appends(o);
      case 422 -> ConditionalRequests::isRepeatable;
      case 428 -> o -> o.method().equals("put");
      case 429 -> o -> o.path().startsWith("/v1/");
      default -> o -> true;
    };
  }

  private static void describe(ObjectNode response, int status) {
    List<ProblemType> types =
        Arrays.stream(ProblemType.values()).filter(type -> type.status() == status).toList();
    response.put(
        "description",
        types.stream()
            .map(type -> "- `" + type.slug() + "`: " + type.title() + ". " + type.advice())
            .collect(Collectors.joining("\n")));
    response
        .putObject("content")
        .putObject(Problem.MEDIA_TYPE)
        .putObject("schema")
        .put("$ref", ContractTree.ref("schemas", "Problem"));
  }
}
