package org.alliedregistry.ledger.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.Json;
import org.alliedregistry.support.RawConnection;
import org.junit.jupiter.api.Test;

/** What is to be seen on the port of the management, and on no other. */
@QuarkusTest
class LedgerMetricsTest {

  @SuppressWarnings("NullAway.Init") // the framework fills it
  @TestHTTPResource(value = "/metrics", management = true)
  URL metrics;

  @SuppressWarnings("NullAway.Init") // the framework fills it
  @TestHTTPResource(value = "/health/live", management = true)
  URL live;

  @SuppressWarnings("NullAway.Init") // the framework fills it
  @TestHTTPResource(value = "/health/ready", management = true)
  URL ready;

  @SuppressWarnings("NullAway.Init") // the framework fills it
  @TestHTTPResource(value = "/health/group/writes", management = true)
  URL writes;

  private final ApiClient secretariat = ApiClient.secretariat();
  private final HttpFixtures given = new HttpFixtures(secretariat);

  private static String read(URL address) {
    return RestAssured.given().get(address).then().statusCode(200).extract().asString();
  }

  /** Nothing where it was not counted yet. */
  private double meter(String name) {
    return read(metrics)
        .lines()
        .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  @Test
  void aWriteIsTimedAndItsEntriesAreCounted() {
    double entries = meter("registry_ledger_entries");
    double appends = meter("registry_ledger_append_seconds_count");
    double batches = meter("registry_ledger_append_entries_sum");

    given.pledge("EST", given.land(), "position: 'PLEDGED'");

    double more = meter("registry_ledger_entries") - entries;
    assertThat(more).isGreaterThanOrEqualTo(2);
    assertThat(meter("registry_ledger_append_entries_sum") - batches).isEqualTo(more);
    assertThat(meter("registry_ledger_append_seconds_count")).isGreaterThanOrEqualTo(appends + 2);
    assertThat(read(metrics)).contains("registry_ledger_lag_seconds");
  }

  @Test
  void anAnswerIsAMissOnceAndAHitFromThenOn() {
    String path = "/v1/capabilities/" + given.land();
    ApiClient everybody = secretariat.withoutToken();
    double misses = meter("registry_response_cache_total{result=\"miss\"}");
    everybody.get(path).expecting(200);
    assertThat(meter("registry_response_cache_total{result=\"miss\"}")).isEqualTo(misses + 1);

    double hits = meter("registry_response_cache_total{result=\"hit\"}");
    everybody.get(path).expecting(200);
    assertThat(meter("registry_response_cache_total{result=\"hit\"}")).isEqualTo(hits + 1);
  }

  @Test
  void aRefusedWriteIsCountedByItsKind() {
    double before = meter("registry_writes_rejected_total{type=\"invalid-body\"}");
    secretariat.post("/v1/pledges", Json.object("zzz: 1"));
    assertThat(meter("registry_writes_rejected_total{type=\"invalid-body\"}"))
        .isEqualTo(before + 1);
  }

  @Test
  void theOperatorsTableNamesEachMeter() throws Exception {
    secretariat.get("/v1/allies/EST").expecting(200);
    secretariat.post("/v1/pledges", Json.object("zzz: 1"));
    Pattern meter = Pattern.compile("(?m)^# TYPE (registry_\\w+?)(?:_max)? \\w+$");
    Pattern row = Pattern.compile("(?m)^\\| `(registry_\\w+?)(?:_total)?(?:\\{\\w+})?` \\|");

    Set<String> told = names(row, Files.readString(Path.of("docs/operations.md")));

    assertThat(told).isNotEmpty().isEqualTo(names(meter, read(metrics)));
  }

  private static Set<String> names(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void anOpenStreamIsAReader() throws Exception {
    double before = meter("registry_feed_readers");
    try (RawConnection wire = RawConnection.open().ask("GET /v1/ledger/stream")) {
      assertThat(wire.answer().status()).isEqualTo(200);
      for (int i = 0; meter("registry_feed_readers") != before + 1 && i < 100; i++) {
        Thread.sleep(50);
      }
      assertThat(meter("registry_feed_readers")).isEqualTo(before + 1);
    }
  }

  @Test
  void noMeterNamesWhatIsRecorded() {
    String capability = given.land();
    String pledge = given.pledge("EST", capability, "position: 'PLEDGED'");
    ApiClient everybody = secretariat.withoutToken();
    for (int asked = 0; asked < 3; asked++) {
      everybody.get("/v1/pledges/" + pledge).expecting(200);
      everybody.get("/v1/pledges/" + pledge + "/statements").expecting(200);
      everybody.get("/v1/capabilities/" + capability).expecting(200);
      secretariat.get("/v1/pledges/" + pledge).expecting(200);
    }
    secretariat.get("/v1/pledges/" + pledge + "-other");
    assertThat(read(metrics))
        .contains("registry_response_cache_total")
        .doesNotContain(pledge, capability);
  }

  @Test
  void whatNobodyServesIsNoLabel() throws Exception {
    List<RawConnection> ending = new ArrayList<>();
    for (String target :
        List.of(
            "/labelled/v1/allies",
            "/v1/labelled%00",
            "/v1/labelled%zz",
            "/labelled/" + "a".repeat(9_000))) {
      RawConnection wire = RawConnection.open().ask("GET " + target, "Connection: close");
      ending.add(wire);
      wire.answer();
    }
    // a request may be counted after it is answered, but before its connection ends
    for (RawConnection wire : ending) {
      assertThat(wire.isHungUp()).isTrue();
      wire.close();
    }
    assertThat(read(metrics)).contains("http_server_requests").doesNotContain("labelled");
  }

  @Test
  void whoCanReadAndWhoCanWriteAreAskedApart() {
    assertThat(Json.texts(Json.read(read(ready)).get("checks"), "name"))
        .contains("ready for reads")
        .doesNotContain("ready for writes");
    assertThat(Json.texts(Json.read(read(writes)).get("checks"), "name"))
        .containsExactly("ready for writes");
    assertThat(Json.read(read(live)).get("checks")).isEmpty();
  }

  @Test
  void thePublicPortHasNeither() {
    for (String inside : List.of("/q/metrics", "/q/health", "/q/health/live", "/q/health/ready")) {
      assertThat(secretariat.get(inside).status()).as(inside).isEqualTo(404);
    }
  }
}
