package org.alliedregistry.support;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;

/** The store of a service that keeps it in its data directory, made and changed by a test. */
public final class EmbeddedStore {

  private static final List<String> TABLES = List.of("ledger_entry", "kept_reply", "access_token");

  private EmbeddedStore() {}

  private static String address(Path directory) {
    return "jdbc:h2:file:"
        + directory.toAbsolutePath().resolve("registry")
        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
  }

  /** Open, as a running service has it. */
  public static Connection open(Path directory) throws SQLException {
    return DriverManager.getConnection(address(directory));
  }

  public static void execute(Path directory, String sql) throws SQLException {
    try (Connection store = open(directory);
        Statement statement = store.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Connection server(Map<String, String> settings) throws SQLException {
    return DriverManager.getConnection(
        settings.get("QUARKUS_DATASOURCE_JDBC_URL"),
        settings.get("QUARKUS_DATASOURCE_USERNAME"),
        settings.get("QUARKUS_DATASOURCE_PASSWORD"));
  }

  /** Makes it as the service does, with the rows of a store on the server. */
  public static void fill(Path directory, Map<String, String> settings) throws SQLException {
    Flyway.configure().dataSource(address(directory), null, null).load().migrate();
    try (Connection from = server(settings);
        Connection to = open(directory)) {
      for (String table : TABLES) {
        copy(table, from, to);
      }
    }
  }

  private static void copy(String table, Connection from, Connection to) throws SQLException {
    try (Statement select = from.createStatement();
        ResultSet row = select.executeQuery("select * from " + table)) {
      int columns = row.getMetaData().getColumnCount();
      String places = String.join(", ", Collections.nCopies(columns, "?"));
      try (PreparedStatement insert =
          to.prepareStatement("insert into " + table + " values (" + places + ")")) {
        while (row.next()) {
          for (int i = 1; i <= columns; i++) {
            boolean instant = row.getMetaData().getColumnTypeName(i).equals("timestamptz");
            insert.setObject(
                i, instant ? row.getObject(i, java.time.OffsetDateTime.class) : row.getObject(i));
          }
          insert.executeUpdate();
        }
      }
    }
  }

  /** Every row of a store on the server, told column by column. */
  public static List<String> rows(Map<String, String> settings) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection store = server(settings);
        Statement statement = store.createStatement()) {
      for (String table : TABLES) {
        try (ResultSet row = statement.executeQuery("select * from " + table + " order by 1, 2")) {
          while (row.next()) {
            StringBuilder told = new StringBuilder(table);
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
              Object value = row.getObject(i);
              told.append('|')
                  .append(value instanceof byte[] b ? HexFormat.of().formatHex(b) : value);
            }
            rows.add(told.toString());
          }
        }
      }
    }
    return rows;
  }
}
