package org.alliedregistry.ledger.transfer;

import io.quarkus.logging.Log;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Copies the rows of the tables from one store to another. */
public final class TableCopy {

  /** The tables that are copied. */
  static final List<String> IN_ORDER = List.of("ledger_entry", "kept_reply", "access_token");

  static final int BATCH = 1_000;

  /** The number of rows after which the progress is logged. */
  private static final int STEP = 50_000;

  private TableCopy() {}

  /** Copies every row with every column as it is. */
  public static void copy(String table, Connection from, Connection to) throws SQLException {
    List<String> columns = columns(table, to);
    String named = String.join(", ", columns);
    String places = String.join(", ", Collections.nCopies(columns.size(), "?"));
    long copied = 0;
    try (Statement select = from.createStatement();
        ResultSet row = select.executeQuery("select " + named + " from " + table);
        PreparedStatement insert =
            to.prepareStatement(
                "insert into " + table + " (" + named + ") values (" + places + ")")) {
      while (row.next()) {
        for (int i = 1; i <= columns.size(); i++) {
          insert.setObject(i, row.getObject(i));
        }
        insert.addBatch();
        copied++;
        if (copied % BATCH == 0) {
          insert.executeBatch();
        }
        if (copied % STEP == 0) {
          Log.infof("%s: %d rows so far", table, copied);
        }
      }
      insert.executeBatch();
    }
    Log.infof("%s: %d rows", table, copied);
  }

  private static List<String> columns(String table, Connection store) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (Statement statement = store.createStatement();
        ResultSet none = statement.executeQuery("select * from " + table + " where false")) {
      ResultSetMetaData history = none.getMetaData();
      for (int i = 1; i <= history.getColumnCount(); i++) {
        columns.add(history.getColumnName(i));
      }
    }
    return columns;
  }
}
