package org.alliedregistry.http.table;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.Violations;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A table as a workbook with one sheet. Its first row has the names of the columns. */
final class WorkbookTable implements TableWriter {

  /** The rows of a sheet, without the names. */
  static final int MOST_ROWS = 1_048_575;

  /** After so many rows they are written to the stream. */
  private static final int KEPT_ROWS = 500;

  private final TableColumns columns;
  private final ObjectMapper json;
  private final Workbook workbook;
  private final Worksheet sheet;
  private int rows;

  WorkbookTable(TableColumns columns, ObjectMapper json, OutputStream to) {
    this.columns = columns;
    this.json = json;
    this.workbook = new Workbook(to, "Allied commitment registry", "1.0");
    this.sheet = workbook.newWorksheet("Table");
    List<String> names = columns.names();
    for (int column = 0; column < names.size(); column++) {
      sheet.inlineString(0, column, names.get(column));
    }
    sheet.freezePane(0, 1);
  }

  @Override
  public void write(Object row) throws IOException {
    if (rows == MOST_ROWS) {
      Violations violations = new Violations();
      violations.add(
          "?format",
          String.format(
              "A workbook has at most %,d rows, and this table has more. Ask for csv or ndjson",
              MOST_ROWS));
      violations.refuseIfAny(ProblemException::ofParameters);
    }
    rows++;
    List<@Nullable Object> cells = columns.cells(json.valueToTree(row));
    for (int column = 0; column < cells.size(); column++) {
      put(column, cells.get(column));
    }
    if (rows % KEPT_ROWS == 0) {
      sheet.flush();
    }
  }

  private void put(int column, @Nullable Object cell) {
    if (cell instanceof LocalDate date) {
      sheet.value(rows, column, date);
      sheet.style(rows, column).format("yyyy-mm-dd").set();
    } else if (cell instanceof Instant instant) {
      sheet.value(rows, column, LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
      sheet.style(rows, column).format("yyyy-mm-dd hh:mm:ss").set();
    } else if (cell instanceof BigDecimal number) {
      sheet.value(rows, column, number);
    } else if (cell instanceof Boolean truth) {
      sheet.value(rows, column, truth);
    } else if (cell != null) {
      sheet.inlineString(rows, column, cell.toString());
    }
  }

  @Override
  public void close() throws IOException {
    workbook.finish();
  }
}
