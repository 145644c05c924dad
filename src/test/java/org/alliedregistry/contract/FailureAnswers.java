package org.alliedregistry.contract;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.alliedregistry.contract.ContractTree.Operation;
import org.alliedregistry.problem.Problem;
import org.alliedregistry.problem.ProblemType;

/**
 * Adds what can go wrong: one shared answer for each status of the table of problems, which lists
 * the problems that have it, and one for all that have nothing to do with what is asked.
 */
final class FailureAnswers {

  /** The name of the answer for what may go wrong with any request of HTTP. */
  static final String OF_ANY = "AnyOtherFailure";

  private static final Set<Integer> STATUSES_OF_ANY =
      Set.of(405, 406, 408, 413, 414, 415, 417, 431, 500);

  private FailureAnswers() {}

  static void complete(ContractTree tree) {
    for (int status : statuses()) {
      describe(tree.components("responses").putObject(name(status)), text(status));
      for (Operation operation : tree.operations()) {
        if (answers(status).test(operation)) {
          operation.answers(Integer.toString(status), name(status));
        }
      }
    }
    describe(
        tree.components("responses").putObject(OF_ANY),
        STATUSES_OF_ANY.stream().sorted().map(FailureAnswers::text).collect(joining("\n")));
    tree.operations().forEach(operation -> operation.answers("default", OF_ANY));
  }

  /** Those that have an answer of their own. */
  private static TreeSet<Integer> statuses() {
    return Arrays.stream(ProblemType.values())
        .map(ProblemType::status)
        .filter(status -> !STATUSES_OF_ANY.contains(status))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** As the standard calls it: 404 is NotFound. */
  static String name(int status) {
    if (STATUSES_OF_ANY.contains(status)) {
      return OF_ANY;
    }
    return Arrays.stream(HttpResponseStatus.valueOf(status).reasonPhrase().split("[^A-Za-z]+", -1))
        .map(word -> word.substring(0, 1) + word.substring(1).toLowerCase(java.util.Locale.ROOT))
        .collect(joining());
  }

  /** Which operations answer a status; one that is not named here is answered by all. */
  private static Predicate<Operation> answers(int status) {
    return switch (status) {
      case 404 -> o -> o.path().contains("{") || o.path().startsWith("/.well-known/");
      case 409 -> Operation::takesBody;
      case 412 -> o -> o.method().equals("put") || ConditionalRequests.appends(o);
      case 422 -> ConditionalRequests::isRepeatable;
      case 428 -> o -> o.method().equals("put");
      case 429 -> o -> o.path().startsWith("/v1/");
      default -> o -> true;
    };
  }

  /** A line for each problem of a status. */
  private static String text(int status) {
    return Arrays.stream(ProblemType.values())
        .filter(type -> type.status() == status)
        .map(FailureAnswers::line)
        .collect(joining("\n"));
  }

  private static String line(ProblemType type) {
    return "- "
        + type.status()
        + " `"
        + type.slug()
        + "`: "
        + type.title()
        + ". "
        + type.advice("");
  }

  private static void describe(ObjectNode response, String text) {
    response.put("description", text);
    response
        .putObject("content")
        .putObject(Problem.MEDIA_TYPE)
        .putObject("schema")
        .put("$ref", ContractTree.ref("schemas", "Problem"));
  }
}
