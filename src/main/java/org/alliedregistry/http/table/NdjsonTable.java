package org.alliedregistry.http.table;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;

/** A table with one JSON object on each line, as in the JSON list. */
final class NdjsonTable implements TableWriter {

  private final ObjectMapper json;
  private final OutputStream to;

  NdjsonTable(ObjectMapper json, OutputStream to) {
    this.json = json;
    this.to = to;
  }

  @Override
  public void write(Object row) throws IOException {
    to.write(json.writeValueAsBytes(row));
    to.write('\n');
  }

  @Override
  public void close() throws IOException {
    to.close();
  }
}
