package org.alliedregistry.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.alliedregistry.support.PackagedService;
import org.alliedregistry.support.PackagedService.Refused;
import org.alliedregistry.support.Store;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file of the embedded store that is not as the service left it. */
@Tag("thorough")
class DamagedStoreIT {

  private static final String FILE = "registry.mv.db";

  @TempDir Path dir = Path.of("");

  private final ConcurrentWriters writers = new ConcurrentWriters();

  @BeforeEach
  void embeddedOnly() {
    assumeTrue(
        Store.of(dir.toString()).isEmpty(),
        "on PostgreSQL there is no file to damage; LostRowsIT takes rows away there");
  }

  /** A data directory whose service was killed in the middle of its work. */
  private Path killed() throws Exception {
    Path own = Files.createDirectories(dir.resolve("own"));
    try (PackagedService service = start(own)) {
      writers.write(
          service,
          () -> {
            writers.awaitAcknowledged(50);
            service.kill();
          });
    }
    return own;
  }

  private static PackagedService start(Path own) throws Exception {
    return PackagedService.start(own, "REGISTRY_PUBLIC_RECORD", "false");
  }

  private static void execute(Path own, String sql) throws SQLException {
    String url = "jdbc:h2:file:" + own.resolve("registry").toAbsolutePath();
    try (Connection connection =
            DriverManager.getConnection(
                url + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update ledger_entry set content = content || ' ' where sequence = 70",
        "update ledger_entry set actor = 'somebody' where sequence = 70",
        "delete from ledger_entry where sequence = 70",
      })
  void aChangedRowIsNamedAndTheStartRefused(String change) throws Exception {
    Path own = Files.createDirectories(dir.resolve("own"));
    try (PackagedService service = start(own)) {
      service.kill();
    }
    execute(own, change);

    Refused refused = PackagedService.refused(own).orElseThrow();

    assertThat(refused.exitCode()).isNotZero();
    assertThat(refused.log().lines())
        .last()
        .asString()
        .contains(
            "The registry does not start: ledger entry 70 is missing, changed or out of place;"
                + " restore a backup");
  }

  /**
   * A copy that lacks its end may open as it was a little earlier: what it tells is then sound, and
   * whole up to there.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 4096, 20_000})
  void aCopyWithATornEndIsSoundOrRefused(int bytes) throws Exception {
    Path copy = copy(killed());
    try (RandomAccessFile file = new RandomAccessFile(copy.resolve(FILE).toFile(), "rw")) {
      file.setLength(file.length() - bytes);
    }
    assertSoundOrRefused(copy, bytes + " bytes cut off");
  }

  @ParameterizedTest
  @ValueSource(ints = {4096, 20_000})
  void aCopyWithAnOverwrittenEndIsSoundOrRefused(int bytes) throws Exception {
    Path copy = copy(killed());
    try (RandomAccessFile file = new RandomAccessFile(copy.resolve(FILE).toFile(), "rw")) {
      file.seek(file.length() - bytes);
      file.write(new byte[bytes]);
    }
    assertSoundOrRefused(copy, bytes + " bytes overwritten");
  }

  @Test
  void anOlderCopyOfTheFileIsRefusedUnlessThatIsTold() throws Exception {
    Path own = Files.createDirectories(dir.resolve("own"));
    start(own).close();
    Path older = Files.copy(own.resolve(FILE), dir.resolve("older"));
    try (PackagedService service = start(own)) {
      writers.write(
          service,
          () -> {
            writers.awaitAcknowledged(5);
            service.kill();
          });
    }
    Files.copy(older, own.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);

    assertThat(PackagedService.refused(own).orElseThrow().log().lines())
        .last()
        .asString()
        .containsPattern(
            "The registry does not start: the ledger ends with entry \\d+ \\(hash [0-9a-f]{64}\\),"
                + " but entry \\d+ \\(hash [0-9a-f]{64}\\) was recorded");
    try (PackagedService service =
        PackagedService.start(own, "REGISTRY_LEDGER_ACCEPT_LOST_ENTRIES", "true")) {
      ObservedLedger.by(service).assertSound();
    }
    start(own).close();
  }

  @Test
  void aStoreThatLacksItsLastRowsIsRefused() throws Exception {
    Path own = Files.createDirectories(dir.resolve("own"));
    start(own).close();
    execute(
        own, "delete from ledger_entry where sequence = (select max(sequence) from ledger_entry)");

    assertThat(PackagedService.refused(own).orElseThrow().log().lines())
        .last()
        .asString()
        .contains("The registry does not start: the ledger ends with entry");
  }

  private Path copy(Path own) throws IOException {
    Path copy = Files.createDirectories(dir.resolve("copy"));
    Files.copy(own.resolve(FILE), copy.resolve(FILE));
    return copy;
  }

  private void assertSoundOrRefused(Path copy, String damage) throws Exception {
    Optional<Refused> refused = PackagedService.refused(copy, "REGISTRY_PUBLIC_RECORD", "false");
    if (refused.isPresent()) {
      System.out.println(damage + ": refused");
      assertThat(refused.get().exitCode()).isNotZero();
      return;
    }
    try (PackagedService service = start(copy)) {
      ObservedLedger visible = ObservedLedger.by(service);
      writers.assertWholeOrAbsent(visible);
      System.out.println(
          damage + ": " + visible.names().size() + " of " + writers.acknowledged() + " writes");
    }
  }
}
