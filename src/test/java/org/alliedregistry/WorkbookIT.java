package org.alliedregistry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.alliedregistry.support.Command;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.Json;
import org.alliedregistry.support.PackagedService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A spreadsheet program opens the workbooks of the packaged service. */
@Tag("thorough")
class WorkbookIT {

  @TempDir Path work = Path.of("");

  @Test
  void libreOfficeFindsDatesAndNumbersAsSuch() throws Exception {
    JsonNode pledge =
        HttpFixtures.pledgeBody(
            "EST",
            "LAND_FORCES",
            "position: 'PLEDGED', wording: '=1+1', amount: {low: 100, high: 250.5, unit: 'troops'},"
                + " availableFrom: '2031-05-06'");
    List<String> rows;
    try (PackagedService service =
        PackagedService.start(Files.createDirectory(work.resolve("data")))) {
      HttpResponse<String> opened = service.post("/v1/pledges", pledge);
      assertThat(opened.statusCode()).isEqualTo(201);
      String id = Json.read(opened.body()).get("id").asText();
      rows = rows(service, "/v1/pledges?ids=" + id + "&format=xlsx");
    }

    assertThat(rows).hasSize(2);
    // a text would stand in quotes; a formula would be computed
    assertThat(rows.get(1))
        .contains(",100,250.5,\"troops\",")
        .contains(",\"'=1+1\",")
        .contains(",2031-05-06,")
        .doesNotContain("\"2031-05-06\"");
  }

  /** The rows as LibreOffice writes them: texts in quotes, dates and numbers without. */
  private List<String> rows(PackagedService service, String path) throws Exception {
    Path workbook = work.resolve("table.xlsx");
    try (InputStream sent =
        URI.create("http://localhost:" + service.port() + path).toURL().openStream()) {
      Files.copy(sent, workbook, StandardCopyOption.REPLACE_EXISTING);
    }
    Command.run(
        work,
        "soffice",
        "--headless",
        "-env:UserInstallation=file://" + work.resolve("profile").toAbsolutePath(),
        "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false",
        "table.xlsx");
    return Files.readAllLines(work.resolve("table.csv"));
  }
}
