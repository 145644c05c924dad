package org.alliedregistry.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.alliedregistry.contract.ContractTree.Operation;

/** Adds to each operation one answer that the service gave, made short. */
public final class ExampleAnswers {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path ANSWERS = PublishedContract.BY_HAND.resolve("answers");

  private ExampleAnswers() {}

  static void complete(ContractTree tree) throws IOException {
    for (Operation operation : tree.operations()) {
      ObjectNode answer =
          operation.answer(200) == null ? operation.answer(201) : operation.answer(200);
      if (answer == null || !Files.exists(file(operation.id()))) {
        continue;
      }
      for (Map.Entry<String, JsonNode> content : answer.path("content").properties()) {
        if (ContractFilter.TABLES.contains(content.getKey())) {
          continue;
        }
        String text = Files.readString(file(operation.id()));
        JsonNode example =
            content.getKey().endsWith("json") ? JSON.readTree(text) : TextNode.valueOf(text);
        ((ObjectNode) content.getValue()).set("example", example);
      }
    }
  }

  private static Path file(String operation) {
    return ANSWERS.resolve(operation + ".txt");
  }

  /** Keeps an answer as the example of an operation; of a list or a map its first item. */
  public static void keep(String operation, String answer) throws IOException {
    Files.createDirectories(ANSWERS);
    String text = answer;
    if (answer.startsWith("{")) {
      JsonNode shortened = shortened(JSON.readTree(answer));
      text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(shortened) + "\n";
    }
    Files.writeString(file(operation), text);
  }

  private static JsonNode shortened(JsonNode node) {
    if (node instanceof ArrayNode items) {
      while (items.size() > 1) {
        items.remove(1);
      }
    }
    if (node.path("token").isTextual()) {
      // a token that opens nothing, and looks like one
      ((ObjectNode) node).put("token", node.path("token").textValue().substring(0, 20) + "…");
    }
    node.forEach(ExampleAnswers::shortened);
    return node;
  }
}
