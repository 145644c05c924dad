package org.alliedregistry.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.alliedregistry.support.PackagedService;
import org.alliedregistry.support.PackagedService.Refused;
import org.alliedregistry.support.Store;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start on a database that cannot be used ends with one line that says why and what to do. */
@Tag("thorough")
class RefusedServerIT {

  private static final String URL = "QUARKUS_DATASOURCE_JDBC_URL";
  private static final String USER = "QUARKUS_DATASOURCE_USERNAME";

  @TempDir Path dir = Path.of("");

  private void assertRefused(String name, String value, String reason) throws Exception {
    Map<String, String> settings = new HashMap<>(Store.of(dir.toString()));
    settings.put(name, value);
    String[] told =
        settings.entrySet().stream()
            .flatMap(setting -> Stream.of(setting.getKey(), setting.getValue()))
            .toArray(String[]::new);
    Refused refused = PackagedService.refused(dir, told).orElseThrow();

    assertThat(refused.exitCode()).isNotZero();
    List<String> lines = refused.log().lines().toList();
    assertThat(lines).last().asString().contains("The registry does not start: " + reason);
    assertThat(refused.log()).as("no trace beside it").doesNotContain("the start failed");
  }

  @Test
  void thatIsNotThere() throws Exception {
    assertRefused(
        URL, "jdbc:postgresql://localhost:1/registry", "PostgreSQL cannot be reached; start it");
  }

  @Test
  void thatHasNoSuchDatabase() throws Exception {
    String url = Store.of(dir.toString()).get(URL);
    assertRefused(URL, url + "_none", "PostgreSQL has no such database; make it");
  }

  @Test
  void thatDoesNotLetTheUserIn() throws Exception {
    assertRefused(USER, "nobody", "PostgreSQL does not let this user in; correct");
  }
}
