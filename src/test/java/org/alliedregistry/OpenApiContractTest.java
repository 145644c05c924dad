package org.alliedregistry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.alliedregistry.support.Contract;
import org.junit.jupiter.api.Test;

/** openapi.yaml is exactly what the service serves, and complete. */
@QuarkusTest
class OpenApiContractTest {

  private static final Path PUBLISHED = Path.of("openapi.yaml");
  private static final Path GENERATED = Path.of("target/openapi/openapi.yaml");
  private static final String REFRESH =
      "the contract changed: run ./mvnw test -Dtest=OpenApiContractTest -Dopenapi.update=true,"
          + " review the difference and commit it";

  @Test
  void theCommittedContractIsTheGeneratedOne() throws IOException {
    String generated = Files.readString(GENERATED);
    if (Boolean.getBoolean("openapi.update")) {
      Files.writeString(PUBLISHED, generated);
    }
    assertThat(Files.readString(PUBLISHED)).as(REFRESH).isEqualTo(generated);
  }

  @Test
  void everyOperationIsComplete() throws IOException {
    JsonNode document = new YAMLMapper().readTree(Files.readString(GENERATED));
    List<String> missing = new ArrayList<>();
    for (var path : document.path("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        String name = operation.getKey() + " " + path.getKey();
        missing.addAll(missingIn(document, name, operation.getValue()));
      }
    }
    assertThat(missing).isEmpty();
  }

  private static List<String> missingIn(JsonNode document, String name, JsonNode operation) {
    List<String> missing = new ArrayList<>();
    for (String field : List.of("operationId", "summary", "tags", "responses")) {
      if (!operation.has(field)) {
        missing.add(name + " " + field);
      }
    }
    for (JsonNode given : operation.path("parameters")) {
      JsonNode parameter = Contract.resolved(document, given);
      boolean inPath = parameter.path("in").asText().equals("path");
      if (!parameter.has(inPath ? "example" : "description")) {
        missing.add(name + " parameter " + parameter.path("name").asText());
      }
    }
    JsonNode body = operation.path("requestBody").path("content").path("application/json");
    if (operation.has("requestBody") && !(body.has("example") && body.has("schema"))) {
      missing.add(name + " body");
    }
    return missing;
  }
}
