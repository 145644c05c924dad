package org.alliedregistry;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.alliedregistry.contract.PublishedContract;
import org.junit.jupiter.api.Test;

/** openapi.yaml is exactly what the service serves. */
@QuarkusTest
class OpenApiContractTest {

  private static final Path PUBLISHED = Path.of("openapi.yaml");
  private static final Path GENERATED = Path.of("target/openapi/openapi.yaml");
  private static final String REFRESH =
      "the contract changed: run ./mvnw test -Dtest=OpenApiContractTest -Dopenapi.update=true,"
          + " review the difference and commit it";

  @Test
  void theCommittedContractIsTheGeneratedOne() throws IOException {
    String generated = PublishedContract.of(GENERATED);
    if (Boolean.getBoolean("openapi.update")) {
      Files.writeString(PUBLISHED, generated);
    }
    assertThat(Files.readString(PUBLISHED)).as(REFRESH).isEqualTo(generated);
  }
}
