package org.alliedregistry.ledger.store;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.alliedregistry.ledger.row.PrivateStore;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.store.fs.FilePath;

/** An embedded store in a file of its own, with the settings that the service has. */
final class FileStore implements AutoCloseable {

  private static final Properties SHIPPED = shipped();

  /** Flushed as that of the service. */
  static final LedgerConfig SETTINGS = settings(Optional.empty());

  static LedgerConfig settings(Optional<Path> headFile) {
    return new PrivateStore.Settings(
        Optional.of(SHIPPED.getProperty("registry.ledger.flush-statement")), headFile, false);
  }

  private final String path;
  private final JdbcConnectionPool database;

  private FileStore(String path) {
    this.path = path;
    String address = SHIPPED.getProperty("quarkus.datasource.jdbc.url");
    this.database =
        JdbcConnectionPool.create(address.replace("file:${store.path}/registry", path), "", "");
  }

  private static Properties shipped() {
    Properties settings = new Properties();
    try (Reader in =
        Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
      settings.load(in);
      return settings;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * Opens one, or makes it.
   *
   * @param path with the scheme of its file system
   */
  static FileStore in(String path) {
    FileStore store = new FileStore(path);
    Flyway.configure().dataSource(store.database).load().migrate();
    return store;
  }

  javax.sql.DataSource database() {
    return database;
  }

  long size() {
    return FilePath.get(path + ".mv.db").size();
  }

  @Override
  public void close() throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.createStatement().execute("shutdown immediately");
    } catch (SQLException e) {
      // so it is closed
    }
    database.dispose();
  }
}
