package org.alliedregistry.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * openapi.yaml: what is generated from the annotations, with what all operations have in common, in
 * the form that every tool reads, and each shared part once.
 */
public final class PublishedContract {

  /** What is written by hand: descriptions, and one answer of each operation. */
  static final Path BY_HAND = Path.of("src/test/resources/openapi");

  private static final YAMLMapper YAML = new YAMLMapper();

  private static final List<String> KINDS =
      List.of("schemas", "responses", "parameters", "headers");

  private PublishedContract() {}

  /** The text of openapi.yaml, from what the framework generated. */
  public static String of(Path generated) throws IOException {
    ContractTree tree = new ContractTree((ObjectNode) YAML.readTree(Files.readString(generated)));
    PlainSchemas.complete(tree);
    SentAndReceived.part(tree);
    ConditionalRequests.complete(tree);
    FailureAnswers.complete(tree);
    AnswerHeaders.complete(tree);
    Descriptions.read(YAML, BY_HAND.resolve("descriptions.yaml")).complete(tree);
    PlainSchemas.sayDecimals(tree);
    ExampleAnswers.complete(tree);
    SharedParameters.complete(tree);
    dropUnreferenced(tree);
    order(tree);
    return CompactYaml.write(tree.root());
  }

  /** A component that nothing refers to any more, and then what only that one referred to. */
  private static void dropUnreferenced(ContractTree tree) {
    int before;
    int after;
    do {
      before = size(tree);
      Set<String> referenced = new HashSet<>();
      ContractTree.walk(tree.root(), node -> referenced.add(node.path("$ref").asText()));
      for (String kind : KINDS) {
        List<String> unused = new ArrayList<>();
        tree.components(kind).fieldNames().forEachRemaining(unused::add);
        unused.removeIf(name -> referenced.contains(ContractTree.ref(kind, name)));
        tree.components(kind).remove(unused);
      }
      after = size(tree);
    } while (after < before);
  }

  private static int size(ContractTree tree) {
    return KINDS.stream().mapToInt(kind -> tree.components(kind).size()).sum();
  }

  private static void order(ContractTree tree) {
    ContractTree.sort((ObjectNode) tree.root().path("paths"));
    for (ContractTree.Operation operation : tree.operations()) {
      ContractTree.sort(operation.responses());
    }
    for (String kind : KINDS) {
      ContractTree.sort(tree.components(kind));
    }
  }
}
