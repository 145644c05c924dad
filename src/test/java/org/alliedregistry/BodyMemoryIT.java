package org.alliedregistry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.alliedregistry.support.Answers;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.PackagedService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service with 256 MiB of heap, and callers who would have it hold more than that. */
@Tag("thorough")
class BodyMemoryIT {

  private static final int MANY = 300;
  private static final int MIB = 1 << 20;

  @TempDir Path dataDir = Path.of("");

  @Test
  void bodiesThatAreNotCompletedAreRefusedBeforeTheMemoryIsUsedUp() throws Exception {
    try (PackagedService service = start()) {
      List<Socket> senders = new ArrayList<>();
      for (int i = 0; i < MANY; i++) {
        senders.add(
            send(
                service,
                "POST /v1/coverage/what-if HTTP/1.1\r\nHost: localhost\r\n"
                    + "Content-Type: application/json\r\nContent-Length: "
                    + MIB
                    + "\r\n\r\n"
                    + " ".repeat(MIB - 10)));
      }
      isWell(service);
      close(senders);
    }
  }

  @Test
  void headsThatAreNotCompletedGiveWay() throws Exception {
    try (PackagedService service = start()) {
      List<Socket> senders = new ArrayList<>();
      String allies = "GET /v1/allies/EST HTTP/1.1\r\nHost: a\r\n";
      for (int i = 0; i < 10 * MANY; i++) {
        String begun = i % 2 == 0 ? allies : allies + "\r\n" + allies;
        senders.add(send(service, begun + "a:b\r\n".repeat(3_500)));
      }
      isWell(service);
      close(senders);
    }
  }

  @Test
  void bodiesOfManyValuesAreReadOneAfterTheOther() throws Exception {
    try (PackagedService service = start()) {
      List<Socket> senders = new ArrayList<>();
      String values = "[" + "{},".repeat(24_000) + "{}]";
      for (int i = 0; i < MANY; i++) {
        senders.add(
            send(
                service,
                "POST /v1/coverage/what-if HTTP/1.1\r\nHost: localhost\r\n"
                    + "Content-Type: application/json\r\nContent-Length: "
                    + values.length()
                    + "\r\n\r\n"
                    + values));
      }
      isWell(service);
      close(senders);
    }
  }

  private PackagedService start() throws Exception {
    return PackagedService.start(
        dataDir,
        "REGISTRY_PUBLIC_RECORD",
        "false",
        "JAVA_TOOL_OPTIONS",
        "-Xmx256m -XX:+ExitOnOutOfMemoryError");
  }

  private static Socket send(PackagedService service, String request) throws IOException {
    Socket socket = new Socket("localhost", service.port());
    try {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException refused) {
      // what was not read need not be sent
    }
    return socket;
  }

  private static void isWell(PackagedService service) throws Exception {
    Answers.expect(200, service.get("/v1/allies/EST"));
    Answers.expect(
        201,
        service.post(
            "/v1/pledges", HttpFixtures.pledgeBody("EST", "LAND_FORCES", "position: 'PLEDGED'")));
    assertThat(service.log()).doesNotContain("java.lang.OutOfMemoryError");
  }

  private static void close(List<Socket> sockets) throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
