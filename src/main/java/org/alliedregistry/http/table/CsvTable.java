package org.alliedregistry.http.table;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A table as comma-separated values (RFC 4180): UTF-8 with a byte order mark, lines end in CRLF.
 */
final class CsvTable implements TableWriter {

  private static final CsvMapper MAPPER =
      CsvMapper.builder()
          .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
          .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();
  private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

  private final TableColumns columns;
  private final ObjectMapper json;
  private final SequenceWriter lines;

  CsvTable(TableColumns columns, ObjectMapper json, OutputStream to) throws IOException {
    this.columns = columns;
    this.json = json;
    to.write(BYTE_ORDER_MARK);
    lines = MAPPER.writer(schema(columns)).writeValues(to);
    lines.write(columns.names());
  }

  /** With its columns, so that a cell without a value keeps its place. */
  private static CsvSchema schema(TableColumns columns) {
    CsvSchema.Builder schema = CsvSchema.builder().setLineSeparator("\r\n");
    columns.names().forEach(schema::addColumn);
    return schema.build();
  }

  @Override
  public void write(Object row) throws IOException {
    lines.write(columns.cells(json.valueToTree(row)).stream().map(CsvTable::written).toArray());
  }

  private static @Nullable Object written(@Nullable Object cell) {
    return cell instanceof LocalDate || cell instanceof Instant ? cell.toString() : cell;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
