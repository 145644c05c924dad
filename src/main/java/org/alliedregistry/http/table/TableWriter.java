package org.alliedregistry.http.table;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import org.alliedregistry.http.TableFormat;

/** Writes the rows of a table one by one, so that the memory does not grow with their number. */
interface TableWriter extends Closeable {

  /**
   * @param row a record of the type of the table
   */
  void write(Object row) throws IOException;

  static TableWriter of(TableFormat format, Class<?> type, ObjectMapper json, OutputStream to)
      throws IOException {
    return switch (format) {
      case CSV -> new CsvTable(TableColumns.of(type), json, to);
      case NDJSON -> new NdjsonTable(json, to);
      case XLSX -> new WorkbookTable(TableColumns.of(type), json, to);
    };
  }
}
