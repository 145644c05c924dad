package org.alliedregistry.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.alliedregistry.support.PackagedService;
import org.alliedregistry.support.PackagedService.Refused;
import org.alliedregistry.support.Store;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A start that cannot succeed ends with one line that says why and what to do. */
@Tag("thorough")
class RefusedStartIT {

  @TempDir Path dir = Path.of("");

  private void embeddedOnly() {
    assumeTrue(Store.of(dir.toString()).isEmpty(), "on PostgreSQL the store is no file");
  }

  private void assertRefused(String reason, String... settings) throws Exception {
    Refused refused = PackagedService.refused(dir, settings).orElseThrow();

    assertThat(refused.exitCode()).isNotZero();
    assertThat(refused.log().lines())
        .last()
        .asString()
        .contains("The registry does not start: " + reason);
    assertThat(refused.log()).as("no trace beside it").doesNotContain("the start failed", "\tat ");
    assertThat(refused.log().lines()).as("one line").noneMatch(line -> line.endsWith("Main exit"));
  }

  private void assertRefusedIn(Path dataDir, String reason) throws Exception {
    assertRefused(reason, "REGISTRY_DATA_DIR", dataDir.toString());
  }

  @Test
  void aKeyFileThatIsNamedIsNotMade() throws Exception {
    Path key = dir.resolve("wrong").resolve("signing.key");
    assertRefused(
        "the key file "
            + key
            + " is not there; correct REGISTRY_SECURITY_JWT_KEY_FILE, or copy the signing.key"
            + " of another"
            + " node there",
        "REGISTRY_SECURITY_JWT_KEY_FILE",
        key.toString());
    assertThat(key).doesNotExist();
  }

  @Test
  void aKeyFileThatIsNone() throws Exception {
    Path key = Files.writeString(dir.resolve("some.key"), "something else\n");
    assertRefused(
        "the key file " + key + " cannot be read", "REGISTRY_SECURITY_JWT_KEY_FILE", key + "");
  }

  @ParameterizedTest
  @CsvSource({
    "REGISTRY_FEED_HEARTBEAT, registry.feed.heartbeat, abc, must be a time above 0",
    "REGISTRY_PUBLIC_RECORD, registry.public-record, maybe, 'must be true, false or update'",
    "REGISTRY_SECURITY_TXT_CONTACT, registry.security-txt.contact, not a uri, must be an address",
    "QUARKUS_HTTP_PORT, quarkus.http.port, abc, must be a port",
    "QUARKUS_MANAGEMENT_PORT, quarkus.management.port, 99999, must be a port",
    "QUARKUS_HTTP_HOST, quarkus.http.host, not.invalid, must be an address of this machine",
    "QUARKUS_SHUTDOWN_TIMEOUT, quarkus.shutdown.timeout, soon, must be a time",
    "QUARKUS_DATASOURCE_JDBC_MAX_SIZE, quarkus.datasource.jdbc.max-size, 0, must be a whole number",
    "QUARKUS_HTTP_PROXY_ALLOW_X_FORWARDED, quarkus.http.proxy.allow-x-forwarded, yes please,"
        + " must be true or false"
  })
  void aSettingThatIsNotUnderstood(String variable, String property, String value, String rule)
      throws Exception {
    assertRefused(variable + " (" + property + ") is '" + value + "'; it " + rule, variable, value);
  }

  @Test
  void aDatabaseOfAnotherKind() throws Exception {
    assertRefused(
        "QUARKUS_DATASOURCE_JDBC_URL (quarkus.datasource.jdbc.url) is not for the database",
        "QUARKUS_DATASOURCE_JDBC_URL",
        "jdbc:other:registry");
  }

  @Test
  void aPortThatIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      assertRefused(
          "the service cannot listen on an" + " address",
          "QUARKUS_HTTP_PORT",
          "" + taken.getLocalPort());
    }
  }

  @Test
  void aDataDirectoryThatIsAFile() throws Exception {
    Path file = Files.writeString(dir.resolve("data"), "");
    assertRefusedIn(file, file + " is a file, not a directory; name one in REGISTRY_DATA_DIR");
  }

  @Test
  void aStoreThatIsNotOurs() throws Exception {
    embeddedOnly();
    Path data = Files.createDirectory(dir.resolve("data"));
    Files.write(data.resolve("registry.mv.db"), new byte[20_000]);
    assertRefusedIn(data, "the store in " + data + " is damaged, or was not made by this service");
  }

  @Test
  void aStoreThatAnotherProcessHas() throws Exception {
    embeddedOnly();
    Path data = Files.createDirectory(dir.resolve("data"));
    try (PackagedService service = PackagedService.start(data, "REGISTRY_PUBLIC_RECORD", "false")) {
      assertRefusedIn(data, "the store in " + data + " is open in another process");
      assertThat(service.get("/v1/allies/EST").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aVolumeThatMayOnlyBeRead() throws Exception {
    withVolume(
        "size=8m",
        volume -> {
          assertMounted("-o", "remount,ro", volume.toString());
          assertRefusedIn(volume, "nothing can be written in " + volume);
        });
  }

  @Test
  void aVolumeThatIsFull() throws Exception {
    embeddedOnly();
    withVolume(
        "size=256k", volume -> assertRefusedIn(volume, "the volume of " + volume + " is full"));
  }

  /** What is done on a small volume. */
  private interface OnVolume {
    void happens(Path volume) throws Exception;
  }

  private void withVolume(String options, OnVolume then) throws Exception {
    Path volume = Files.createDirectory(dir.resolve("volume"));
    assertMounted("-t", "tmpfs", "-o", options, "tmpfs", volume.toString());
    try {
      then.happens(volume);
    } finally {
      assertThat(run("umount", volume.toString())).isTrue();
    }
  }

  private static void assertMounted(String... how) throws InterruptedException {
    assertThat(run(Stream.concat(Stream.of("mount"), Stream.of(how)).toArray(String[]::new)))
        .as("a small disk can be mounted, which only root may")
        .isTrue();
  }

  private static boolean run(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
