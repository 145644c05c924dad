package org.alliedregistry;

import static org.alliedregistry.support.Command.tool;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.alliedregistry.support.Command;
import org.alliedregistry.support.Contract;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The tools that people check contracts with find nothing wrong in openapi.yaml. */
@Tag("thorough")
class ContractToolsIT {

  private static final Path HERE = Path.of("").toAbsolutePath();
  private static final String OWN = "src/test/resources/openapi/";

  @Test
  void redoclyFindsNothing() throws IOException, InterruptedException {
    assertThat(
            Command.run(
                HERE, tool("redocly"), "lint", "openapi.yaml", "--config", OWN + "redocly.yaml"))
        .contains("Your API description is valid")
        .doesNotContain("warning");
  }

  @Test
  void spectralFindsNothing() throws IOException, InterruptedException {
    Command.run(
        HERE,
        tool("spectral"),
        "lint",
        "openapi.yaml",
        "--ruleset",
        OWN + "spectral.yaml",
        "--fail-severity",
        "warn");
  }

  @Test
  void everyPatternIsOneOfEcmaScript() throws IOException, InterruptedException {
    Set<String> patterns = new TreeSet<>();
    collect(Contract.document(), patterns);
    assertThat(Command.runWith(String.join("\n", patterns), HERE, "node", OWN + "patterns.js"))
        .isEqualTo(patterns.size() + " patterns\n");
    assertThat(patterns).isNotEmpty();
  }

  private static void collect(JsonNode node, Set<String> patterns) {
    if (node.path("pattern").isTextual()) {
      patterns.add(node.path("pattern").textValue());
    }
    node.forEach(child -> collect(child, patterns));
  }
}
