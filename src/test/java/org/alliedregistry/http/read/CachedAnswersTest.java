package org.alliedregistry.http.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.alliedregistry.support.Contract;
import org.junit.jupiter.api.Test;

/** Every new endpoint decides whether its answers are cached, and has a name in the metrics. */
class CachedAnswersTest {

  /** They depend on more than the record, or are not of the record. */
  private static final Set<String> NOT_CACHED =
      Set.of(
          "ContractResource",
          "EventResource",
          "LedgerResource",
          "ProblemResource",
          "SecurityTxtResource",
          "StreamResource",
          "TokenResource");

  @Test
  void eachResourceWithReadsIsMarkedOrNamedHere() {
    Set<String> unmarked =
        new ClassFileImporter()
            .importPackages("org.alliedregistry.api").stream()
                .filter(c -> c.isAnnotatedWith(Path.class))
                .filter(c -> c.getMethods().stream().anyMatch(m -> m.isAnnotatedWith(GET.class)))
                .filter(c -> !c.isAnnotatedWith(CachedAnswers.class))
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toSet());

    assertThat(unmarked).isEqualTo(NOT_CACHED);
  }

  @Test
  void eachCachedPathWithAParameterHasAPatternForTheMetrics() throws IOException {
    Properties settings = new Properties();
    try (InputStream file =
        Files.newInputStream(java.nio.file.Path.of("src/main/resources/application.properties"))) {
      settings.load(file);
    }
    String patterns =
        settings.getProperty("quarkus.micrometer.binder.http-server.match-patterns") + ",";
    Set<String> missing = new TreeSet<>();
    JsonNode paths = Contract.document().get("paths");
    paths
        .fieldNames()
        .forEachRemaining(
            path -> {
              String pattern = path.replaceAll("\\{\\w+}", "[^/]+") + "=" + path + ",";
              if (path.contains("{") && paths.get(path).has("get") && !patterns.contains(pattern)) {
                missing.add(path);
              }
            });

    // the operation names its answers, which are never sent before it is known
    assertThat(missing).containsExactly("/v1/problems/{type}");
  }
}
