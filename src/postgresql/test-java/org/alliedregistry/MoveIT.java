package org.alliedregistry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.alliedregistry.support.Answers;
import org.alliedregistry.support.EmbeddedStore;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.Json;
import org.alliedregistry.support.PackagedService;
import org.alliedregistry.support.Store;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An embedded store that is moved to PostgreSQL by the service as it is shipped. */
@Tag("thorough")
class MoveIT {

  private static final JsonNode HIDDEN =
      Json.with(
          HttpFixtures.pledgeBody(
              "EST", "LAND_FORCES", "position: 'PLEDGED', releasability: 'ALLIES_ONLY'"),
          "reference: 'hidden'");

  @TempDir static Path directory = Path.of("");

  /** What the service told of the record before it was moved. */
  private static final Map<String, String> TOLD = new java.util.LinkedHashMap<>();

  private static String token = "";
  private static String reader = "";
  private static String repliedToKey = "";

  @BeforeAll
  static void recordSomething() throws Exception {
    Path old = Files.createDirectory(directory.resolve("old"));
    try (PackagedService service = PackagedService.start(old)) {
      token = service.token();
      HttpResponse<String> opened =
          service.post("/v1/pledges", HIDDEN, "Idempotency-Key", "before the move");
      Answers.expect(201, opened);
      repliedToKey = opened.body();
      HttpResponse<String> issued =
          service.postAs(token, "/v1/tokens", Json.object("role: 'reader'"));
      Answers.expect(201, issued);
      reader = Json.read(issued.body()).get("token").asText();
      String pledge = "/v1/pledges/" + Json.read(opened.body()).get("id").asText();
      for (String path :
          List.of(
              "/v1/coverage",
              "/v1/pledges",
              pledge,
              "/v1/ledger",
              "/v1/ledger/head",
              "/v1/ledger/verification",
              "/v1/tokens")) {
        HttpResponse<String> answer = service.getAs(token, path);
        Answers.expect(200, answer);
        TOLD.put(path, answer.body());
      }
    }
  }

  /** A data directory with all that an embedded service leaves in its own. */
  private static Path embedded(String name) throws Exception {
    Path copy = Files.createDirectory(directory.resolve(name));
    Path old = directory.resolve("old");
    for (String file : List.of("signing.key", "secretariat.token")) {
      Files.copy(old.resolve(file), copy.resolve(file));
    }
    EmbeddedStore.fill(copy, Store.of(old.toString()));
    return copy;
  }

  private static PackagedService moved(Path from) throws Exception {
    return PackagedService.start(from, "REGISTRY_IMPORT_EMBEDDED_STORE", from.toString());
  }

  @Test
  void whatWasToldBeforeIsToldAfterToTheLetter() throws Exception {
    try (PackagedService service = moved(embedded("told"))) {
      for (Map.Entry<String, String> told : TOLD.entrySet()) {
        assertThat(service.getAs(token, told.getKey()).body())
            .as(told.getKey())
            .isEqualTo(told.getValue());
      }
    }
  }

  @Test
  void everyRowIsAsItWas() throws Exception {
    Path from = embedded("rows");
    moved(from).close();

    assertThat(EmbeddedStore.rows(Store.of(from.toString())))
        .isEqualTo(EmbeddedStore.rows(Store.of(directory.resolve("old").toString())))
        .hasSizeGreaterThan(300);
  }

  @Test
  void tokensAndKeysHoldAndWritesGoOn() throws Exception {
    try (PackagedService service = moved(embedded("goes-on"))) {
      Answers.expect(200, service.getAs(reader, "/v1/allies/EST"));
      HttpResponse<String> again =
          service.post("/v1/pledges", HIDDEN, "Idempotency-Key", "before the move");
      Answers.expect(201, again);
      assertThat(again.body()).isEqualTo(repliedToKey);
      Answers.expect(201, service.pledgeAs(token, "EST"));
      JsonNode verified = Json.read(service.getAs(token, "/v1/ledger/verification").body());
      assertThat(verified.get("verified").asBoolean()).as(verified.toString()).isTrue();
    }
  }

  @Test
  void bothHeadsAreSaid() throws Exception {
    Path from = embedded("said");
    moved(from).close();

    JsonNode head = Json.read(TOLD.get("/v1/ledger/head"));
    String said = head.get("sequence").asText() + " entries, head " + head.get("hash").asText();
    assertThat(Files.readString(from.resolve("service.log")))
        .contains("there: " + said, "here:  " + said);
  }

  @Test
  void aStoreThatIsNotEmptyIsLeftAlone() throws Exception {
    Path from = embedded("twice");
    moved(from).close();
    List<String> before = EmbeddedStore.rows(Store.of(from.toString()));

    refused(from, "this store is not empty, ledger_entry has rows");
    assertThat(EmbeddedStore.rows(Store.of(from.toString()))).isEqualTo(before);
  }

  @Test
  void aBrokenRowIsNamedAndNothingIsMoved() throws Exception {
    Path from = embedded("broken");
    EmbeddedStore.execute(
        from, "update ledger_entry set content = replace(content, 'E', 'F') where sequence = 200");

    refused(from, "ledger entry 200 there is missing, changed or out of place");
    assertThat(EmbeddedStore.rows(Store.of(from.toString()))).isEmpty();
  }

  @Test
  void whatFailsAtTheLastTableLeavesNothingOfTheOthers() throws Exception {
    Path from = embedded("too-long");
    EmbeddedStore.execute(from, "alter table access_token alter column role varchar(200)");
    EmbeddedStore.execute(from, "update access_token set role = repeat('secret', 9)");

    refused(from, "the store here failed (SQL state 22001");
    assertThat(Files.readString(from.resolve("service.log"))).doesNotContain("secretsecret");
    assertThat(EmbeddedStore.rows(Store.of(from.toString()))).isEmpty();
  }

  @Test
  void tablesOfAnotherVersionAreRefused() throws Exception {
    Path from = embedded("older");
    EmbeddedStore.execute(from, "delete from flyway_schema_history where version = '3'");

    refused(from, "start the embedded service of this release on it once");
    assertThat(EmbeddedStore.rows(Store.of(from.toString()))).isEmpty();
  }

  @Test
  void aStoreInUseIsRefused() throws Exception {
    Path from = embedded("in-use");
    try (AutoCloseable open = EmbeddedStore.open(from)) {
      assertThat(open).isNotNull();
      refused(from, "cannot be opened; stop the service that has it");
    }
    assertThat(EmbeddedStore.rows(Store.of(from.toString()))).isEmpty();
  }

  @Test
  void aDirectoryWithoutAStoreIsRefused() throws Exception {
    refused(Files.createDirectory(directory.resolve("nothing")), "there is no store in");
  }

  private static void refused(Path from, String why) {
    List<PackagedService> started = new ArrayList<>();
    try {
      assertThatThrownBy(() -> started.add(moved(from))).hasMessageContaining(why);
    } finally {
      started.forEach(PackagedService::close);
    }
  }
}
