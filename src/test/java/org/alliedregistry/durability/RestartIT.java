package org.alliedregistry.durability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.Json;
import org.alliedregistry.support.PackagedService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a second start finds of the first. */
@Tag("thorough")
class RestartIT {

  private static final List<String> LISTS =
      List.of(
          "allies", "capabilities", "conditions", "programmes", "groups", "baselines", "pledges");

  @TempDir Path dataDir = Path.of("");

  @Test
  void whatWasAcknowledgedSurvivesAKillAndNothingIsSeededTwice() throws Exception {
    String pledge;
    List<Integer> before;
    try (PackagedService service = PackagedService.start(dataDir)) {
      var answer =
          service.post(
              "/v1/pledges", HttpFixtures.pledgeBody("EST", "LAND_FORCES", "position: 'PLEDGED'"));
      service.kill();
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
      pledge = answer.body();
    }
    try (PackagedService service = PackagedService.start(dataDir)) {
      String id = Json.read(pledge).get("id").asText();
      assertThat(Json.read(service.get("/v1/pledges/" + id).body())).isEqualTo(Json.read(pledge));
      before = sizes(service);
      service.kill();
    }
    try (PackagedService service = PackagedService.start(dataDir)) {
      assertThat(sizes(service)).isEqualTo(before);
    }
  }

  @Test
  void aRepetitionAfterAKillIsAnsweredAsTheFirstRequestWas() throws Exception {
    JsonNode body = HttpFixtures.pledgeBody("EST", "LAND_FORCES", "position: 'PLEDGED'");
    HttpResponse<String> first;
    List<Integer> before;
    try (PackagedService service = PackagedService.start(dataDir)) {
      first = service.post("/v1/pledges", body, "Idempotency-Key", "before the kill");
      service.kill();
      assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
    }
    try (PackagedService service = PackagedService.start(dataDir)) {
      before = sizes(service);
      HttpResponse<String> again =
          service.post("/v1/pledges", body, "Idempotency-Key", "before the kill");

      assertThat(again.statusCode()).isEqualTo(201);
      assertThat(again.body()).isEqualTo(first.body());
      assertThat(again.headers().firstValue("ETag")).isEqualTo(first.headers().firstValue("ETag"));
      assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
      assertThat(sizes(service)).isEqualTo(before);
    }
  }

  @Test
  void theTokenAndTheKeyOutliveTheProcess() throws Exception {
    String token;
    try (PackagedService service = PackagedService.start(dataDir)) {
      token = service.token();
    }
    try (PackagedService service = PackagedService.start(dataDir)) {
      assertThat(service.token()).isEqualTo(token);
      assertThat(service.post("/v1/pledges", Json.object("")).statusCode()).isEqualTo(400);
    }
  }

  @Test
  void withoutThePublicRecordThereIsReferenceDataOnly() throws Exception {
    try (PackagedService service =
        PackagedService.start(dataDir, "REGISTRY_PUBLIC_RECORD", "false")) {
      List<Integer> sizes = sizes(service);
      int pledges = LISTS.indexOf("pledges");
      assertThat(sizes.subList(0, pledges)).allMatch(size -> size > 0);
      assertThat(sizes.get(pledges)).isZero();
      assertThat(service.get("/v1/coverage").statusCode()).isEqualTo(200);
    }
  }

  private static List<Integer> sizes(PackagedService service) throws Exception {
    List<Integer> sizes = new ArrayList<>();
    for (String list : LISTS) {
      sizes.add(Json.read(service.get("/v1/" + list + "?limit=500").body()).get("items").size());
    }
    return sizes;
  }
}
