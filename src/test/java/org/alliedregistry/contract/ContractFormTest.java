package org.alliedregistry.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.alliedregistry.contract.ContractTree.Operation;
import org.alliedregistry.problem.ProblemType;
import org.alliedregistry.support.Contract;
import org.junit.jupiter.api.Test;

/** openapi.yaml is complete, says each thing once, and is in the form that every tool reads. */
class ContractFormTest {

  /** What ECMA-262 reads with the flag u as without it, and what no text makes slow. */
  private static final String PORTABLE =
      "(?!.*\\(\\?[^:])\\^(?:\\\\[sSd./]|\\[[^\\]]+]|\\(\\?:|[()A-Za-z0-9_:/@;=,\"<> -]|[?*+]|\\{\\d+(?:,\\d*)?})*\\$";

  private static final String NESTED_REPETITION = ".*[*+}]\\)[*+{].*";

  private final ContractTree tree = new ContractTree((ObjectNode) Contract.document());

  @Test
  void everyOperationIsComplete() {
    List<String> missing = new ArrayList<>();
    for (Operation operation : tree.operations()) {
      for (String field : List.of("operationId", "summary", "description", "tags", "responses")) {
        if (!operation.json().has(field)) {
          missing.add(operation.method() + " " + operation.path() + " " + field);
        }
      }
      JsonNode body = operation.json().at("/requestBody/content/application~1json");
      if (operation.takesBody() && !(body.has("example") && body.has("schema"))) {
        missing.add(operation.id() + " body");
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everyAnswerHasAnExampleThatFitsItsSchema() {
    List<String> missing = new ArrayList<>();
    for (Operation operation : tree.operations()) {
      for (var answer : operation.responses().properties()) {
        for (var content : answer.getValue().path("content").properties()) {
          if (ContractFilter.TABLES.contains(content.getKey())) {
            continue;
          }
          JsonNode example = content.getValue().path("example");
          if (answer.getKey().equals("200") || !operation.responses().has("200")) {
            if (example.isMissingNode()) {
              missing.add(operation.id() + " " + answer.getKey());
            } else if (content.getKey().endsWith("json")) {
              String schema = content.getValue().at("/schema/$ref").asText();
              assertThat(Contract.faults(schema, example)).as(operation.id()).isEmpty();
            }
          }
        }
      }
    }
    assertThat(missing)
        .as("run ./mvnw test -Dtest=ContractExamplesTest -Dopenapi.update=true")
        .isEmpty();
  }

  @Test
  void onlyParametersThatMustBeGivenHaveAnExample() {
    List<String> wrong = new ArrayList<>();
    for (JsonNode parameter : parameters()) {
      boolean mustBeGiven = parameter.path("required").asBoolean();
      boolean isExplained =
          parameter.path("in").asText().equals("path") || parameter.has("description");
      if (parameter.has("example") != mustBeGiven || !isExplained) {
        wrong.add(parameter.toString());
      }
    }
    assertThat(wrong).isEmpty();
  }

  private List<JsonNode> parameters() {
    List<JsonNode> parameters = new ArrayList<>();
    tree.components("parameters").forEach(parameters::add);
    for (Operation operation : tree.operations()) {
      for (JsonNode parameter : operation.json().path("parameters")) {
        parameters.add(Contract.resolved(tree.root(), parameter));
      }
    }
    return parameters;
  }

  @Test
  void everySchemaAndEveryPropertyIsDescribed() {
    assertThat(
            schemas(
                (name, schema) ->
                    !schema.has("description")
                        || schema.path("properties").properties().stream()
                            .anyMatch(property -> !property.getValue().has("description"))))
        .as("say it in an annotation or in src/test/resources/openapi/descriptions.yaml")
        .isEmpty();
  }

  @Test
  void everyEnumeratedValueHasAMeaning() {
    List<String> without = new ArrayList<>();
    ContractTree.walk(
        tree.root(),
        node -> {
          JsonNode values =
              node.has("schema") ? node.path("schema").path("enum") : node.path("enum");
          if (node.has("name") || node.has("description") || node.has("type")) {
            for (JsonNode value : values) {
              if (!node.path("description").asText().contains("- `" + value.asText() + "`: ")
                  && !isInParameter(node)) {
                without.add(value + " in " + node);
              }
            }
          }
        });
    assertThat(without).as("say it in src/test/resources/openapi/descriptions.yaml").isEmpty();
  }

  /** The schema of a parameter: the parameter above it has the description. */
  private static boolean isInParameter(JsonNode schema) {
    return !schema.has("description") && !schema.has("name");
  }

  @Test
  void whatIsAlwaysThereIsRequired() {
    Set<String> answers = new TreeSet<>();
    tree.schemas().fieldNames().forEachRemaining(answers::add);
    answers.removeIf(name -> name.startsWith("New") || name.startsWith("Supposed"));
    assertThat(
            schemas(
                (name, schema) ->
                    answers.contains(name) && schema.has("properties") && !schema.has("required")))
        .isEmpty();
  }

  @Test
  void everyPatternIsReadByEveryEngineAndHoldsForTheWholeText() {
    List<String> wrong = new ArrayList<>();
    ContractTree.walk(
        tree.root(),
        node -> {
          String pattern = node.path("pattern").asText();
          if (node.path("pattern").isTextual()
              && (!pattern.matches(PORTABLE) || pattern.matches(NESTED_REPETITION))) {
            wrong.add(pattern);
          }
        });
    assertThat(wrong).isEmpty();
  }

  @Test
  void noNumberIsHeldAgainstABinaryFraction() {
    ContractTree.walk(tree.root(), node -> assertThat(node.has("multipleOf")).isFalse());
  }

  @Test
  void everyComponentIsReferredTo() {
    Set<String> referred = new TreeSet<>();
    ContractTree.walk(tree.root(), node -> referred.add(node.path("$ref").asText()));
    for (String kind : List.of("schemas", "responses", "parameters", "headers")) {
      tree.components(kind)
          .fieldNames()
          .forEachRemaining(name -> assertThat(referred).contains(ContractTree.ref(kind, name)));
    }
  }

  @Test
  void everyProblemStandsInTheAnswerOfItsStatus() {
    for (ProblemType type : ProblemType.values()) {
      assertThat(
              tree.components("responses")
                  .path(FailureAnswers.name(type.status()))
                  .path("description")
                  .asText())
          .contains("`" + type.slug() + "`");
    }
  }

  private List<String> schemas(BiPredicate<String, JsonNode> which) {
    return tree.schemas().properties().stream()
        .filter(schema -> which.test(schema.getKey(), schema.getValue()))
        .map(schema -> schema.getKey() + " " + schema.getValue())
        .toList();
  }
}
