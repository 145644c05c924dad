package org.alliedregistry.http.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.alliedregistry.http.TableFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TableFileTest {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  record Amount(BigDecimal low, @Nullable BigDecimal high) {}

  record Condition(String code, String state) {}

  record Row(
      String title,
      @Nullable String note,
      List<String> allies,
      Map<String, BigDecimal> shares,
      @Nullable Amount amount,
      LocalDate saidOn,
      Instant recordedAt,
      @JsonProperty("void") boolean isVoid,
      List<Condition> conditions,
      Map<String, Condition> basis) {}

  private static final Row WHOLE =
      new Row(
          "Patrol, \"sea\"\r\nand air",
          null,
          List.of("EST", "FRA"),
          Map.of("EST", new BigDecimal("50")),
          new Amount(new BigDecimal("0.5"), null),
          LocalDate.parse("2026-01-31"),
          Instant.parse("2026-02-01T10:20:30Z"),
          false,
          List.of(new Condition("AFTER_CEASEFIRE", "OPEN")),
          Map.of("amount", new Condition("A", "B")));
  private static final Row BARE =
      new Row(
          "=HYPERLINK(\"https://example.org\")",
          "'quoted'",
          List.of(),
          Map.of(),
          null,
          LocalDate.parse("2026-01-31"),
          Instant.parse("2026-02-01T10:20:30Z"),
          true,
          List.of(),
          Map.of());

  private static final List<String> NAMES =
      List.of(
          "title",
          "note",
          "allies",
          "shares",
          "amount.low",
          "amount.high",
          "saidOn",
          "recordedAt",
          "void",
          "conditions");

  private final List<TableFile> written = new ArrayList<>();

  private TableFile write(TableFormat format, Stream<Row> rows) throws IOException {
    TableFile file = TableFile.write(format, Row.class, rows, JSON);
    written.add(file);
    return file;
  }

  @AfterEach
  void delete() throws IOException {
    for (TableFile file : written) {
      Files.deleteIfExists(file.path());
    }
  }

  private static List<List<String>> cells(String csv) throws IOException {
    try (MappingIterator<List<String>> lines =
        new CsvMapper()
            .readerForListOf(String.class)
            .with(CsvParser.Feature.WRAP_AS_ARRAY)
            .readValues(csv)) {
      return lines.readAll();
    }
  }

  @Test
  void aCellWithoutAValueKeepsItsPlace() throws IOException {
    String csv = Files.readString(write(TableFormat.CSV, Stream.of(WHOLE, BARE)).path());

    assertThat(csv).startsWith("\uFEFF").endsWith("\r\n");
    assertThat(cells(csv.substring(1)))
        .containsExactly(
            NAMES,
            List.of(
                "Patrol, \"sea\"\r\nand air",
                "",
                "EST; FRA",
                "EST=50",
                "0.5",
                "",
                "2026-01-31",
                "2026-02-01T10:20:30Z",
                "false",
                "{\"code\":\"AFTER_CEASEFIRE\",\"state\":\"OPEN\"}"),
            List.of(
                "'=HYPERLINK(\"https://example.org\")",
                "''quoted'",
                "",
                "",
                "",
                "",
                "2026-01-31",
                "2026-02-01T10:20:30Z",
                "true",
                ""));
  }

  @Test
  void aTextThatASpreadsheetTakesForAFormulaIsMadeHarmless() {
    assertThat(Stream.of("=1", "+1", "-1", "@a", "'a", "a=1", "").map(TableColumns::harmless))
        .containsExactly("'=1", "'+1", "'-1", "'@a", "''a", "a=1", "");
  }

  @Test
  void aNegativeNumberIsANumber() throws IOException {
    Row row =
        new Row(
            "A",
            null,
            List.of(),
            Map.of(),
            new Amount(new BigDecimal("-7"), null),
            WHOLE.saidOn(),
            WHOLE.recordedAt(),
            false,
            List.of(),
            Map.of());

    assertThat(Files.readString(write(TableFormat.CSV, Stream.of(row)).path())).contains(",-7,");
  }

  @Test
  void aTableWithoutRowsHasItsColumns() throws IOException {
    String csv = Files.readString(write(TableFormat.CSV, Stream.of()).path());

    assertThat(cells(csv.substring(1))).containsExactly(NAMES);
  }

  @Test
  void aLineOfNdjsonIsTheObjectOfTheJsonList() throws IOException {
    List<String> lines =
        Files.readAllLines(write(TableFormat.NDJSON, Stream.of(WHOLE, BARE)).path());

    assertThat(lines).hasSize(2);
    JsonNode first = JSON.readTree(lines.get(0));
    assertThat(first).isEqualTo(JSON.readTree(JSON.writeValueAsBytes(WHOLE)));
  }

  @Test
  void aWorkbookHasDatesAndNumbersAsSuch() throws IOException {
    TableFile workbook = write(TableFormat.XLSX, Stream.of(WHOLE, BARE));

    try (FileSystem zip = FileSystems.newFileSystem(workbook.path())) {
      String sheet = Files.readString(zip.getPath("xl/worksheets/sheet1.xml"));
      // 31 January 2026 is day 46053 of a spreadsheet
      assertThat(sheet).contains("<v>46053.0</v>", "<v>0.5</v>", "t=\"b\"", "&apos;=HYPERLINK");
      assertThat(Files.readString(zip.getPath("docProps/core.xml")))
          .contains(">1980-01-01T00:00:00Z</dcterms:created>");
    }
  }

  @Test
  void equalWorkbooksAreEqualBytesWheneverTheyAreMade() throws Exception {
    byte[] first = Files.readAllBytes(write(TableFormat.XLSX, Stream.of(WHOLE)).path());
    // the time in a ZIP file has steps of two seconds
    Thread.sleep(2_100);
    TableFile second = write(TableFormat.XLSX, Stream.of(WHOLE));

    assertThat(Files.readAllBytes(second.path())).isEqualTo(first);
    assertThat(second.tag()).isEqualTo(written.get(0).tag());
  }

  @Test
  void aWorkbookWithTooManyRowsIsRefusedAndLeavesNoFile() throws IOException {
    WorkbookTable table =
        new WorkbookTable(
            new TableColumns(List.of()), JSON, java.io.OutputStream.nullOutputStream());
    for (int row = 0; row < WorkbookTable.MOST_ROWS; row++) {
      table.write(Map.of());
    }

    assertThatThrownBy(() -> table.write(Map.of())).hasMessageContaining("1,048,575");
  }

  @Test
  void aTableThatFailsLeavesNoFile() throws IOException {
    long before = leftovers();
    Stream<Row> rows =
        IntStream.range(0, 3)
            .mapToObj(
                number -> {
                  if (number == 2) {
                    throw new IllegalStateException("the third fails");
                  }
                  return WHOLE;
                });

    assertThatThrownBy(() -> write(TableFormat.CSV, rows)).hasMessage("the third fails");
    assertThat(leftovers()).isEqualTo(before);
  }

  private static long leftovers() throws IOException {
    try (Stream<java.nio.file.Path> files =
        Files.list(java.nio.file.Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.filter(file -> file.getFileName().toString().matches("table.*\\.csv")).count();
    }
  }

  @Test
  void aCompressedTableIsTheSameTable() throws IOException {
    TableFile plain = write(TableFormat.CSV, Stream.of(WHOLE));
    byte[] bytes = Files.readAllBytes(plain.path());
    TableFile compressed = plain.compressed();
    written.add(compressed);

    assertThat(plain.path()).doesNotExist();
    assertThat(compressed.tag()).isEqualTo(plain.tag());
    try (java.util.zip.GZIPInputStream gzip =
        new java.util.zip.GZIPInputStream(Files.newInputStream(compressed.path()))) {
      assertThat(gzip.readAllBytes()).isEqualTo(bytes);
    }
  }
}
