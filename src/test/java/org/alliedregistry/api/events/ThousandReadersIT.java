package org.alliedregistry.api.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.alliedregistry.support.Answers;
import org.alliedregistry.support.EventStream;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.Json;
import org.alliedregistry.support.PackagedService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As many streams as a busy day may bring, from many addresses of this machine. */
@Tag("thorough")
class ThousandReadersIT {

  @TempDir Path dataDir = Path.of("");

  @Test
  void aThousandIdleReadersAreAllToldOfTheNextWrite() throws Exception {
    List<EventStream> readers = new ArrayList<>();
    try (PackagedService service =
        PackagedService.start(dataDir, "REGISTRY_PUBLIC_RECORD", "false")) {
      String last = last(service);
      for (int i = 0; i < 1000; i++) {
        InetAddress own = InetAddress.getByAddress(new byte[] {127, 0, 101, (byte) (1 + i % 250)});
        readers.add(EventStream.from(own, service.port(), last));
      }
      Answers.expect(
          201,
          service.post(
              "/v1/pledges", HttpFixtures.pledgeBody("EST", "LAND_FORCES", "position: 'PLEDGED'")));
      String next =
          Json.read(service.get("/v1/ledger?after=" + last).body()).at("/items/0/id").asText();
      for (EventStream reader : readers) {
        assertThat(reader.next().id()).isEqualTo(next);
      }
    } finally {
      readers.forEach(EventStream::close);
    }
  }

  private static String last(PackagedService service) throws Exception {
    String next = "/v1/ledger?limit=500";
    String last = "";
    for (JsonNode page = Json.read(service.get(next).body());
        !page.get("items").isEmpty();
        page = Json.read(service.get(next).body())) {
      last = page.get("items").get(page.get("items").size() - 1).get("id").asText();
      next = page.get("next").asText();
    }
    return last;
  }
}
