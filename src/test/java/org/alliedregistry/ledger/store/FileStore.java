package org.alliedregistry.ledger.store;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Properties;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.alliedregistry.ledger.Ledger;
import org.alliedregistry.ledger.row.PrivateStore;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.store.fs.FilePath;

/** An embedded store in a file of its own, with the settings that the service has. */
final class FileStore implements AutoCloseable {

  private static final Properties SHIPPED = shipped();

  private final String path;
  private final DataSource database;
  private final PrivateStore store;

  private FileStore(String path) {
    this.path = path;
    String address = SHIPPED.getProperty("quarkus.datasource.jdbc.url");
    JdbcDataSource file = new JdbcDataSource();
    file.setURL(address.replace("file:${store.path}/registry", path));
    this.database = file;
    this.store = new PrivateStore(file, UnaryOperator.identity());
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
    return new FileStore(path);
  }

  Ledger ledger(Clock clock) {
    return store.ledger(clock);
  }

  long size() {
    return FilePath.get(path + ".mv.db").size();
  }

  @Override
  public void close() {
    PrivateStore.release();
    try (Connection connection = database.getConnection()) {
      connection.createStatement().execute("shutdown immediately");
    } catch (SQLException e) {
      // so it is closed
    }
  }
}
