package org.alliedregistry.exhaustion;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.alliedregistry.support.Answers;
import org.alliedregistry.support.Heap;
import org.alliedregistry.support.PackagedService;

/** What is tried on the packaged service with 512 MiB, while others ask. */
final class Attempts {

  /** What is tried. */
  interface Attempt {
    void on(PackagedService service, WellBehavedCallers others) throws Exception;
  }

  private static final int MEBIBYTE = 1 << 20;
  private static final long MOST_GROWTH = 96L * MEBIBYTE;

  private Attempts() {}

  static PackagedService start(Path dataDir, Map<String, String> settings) throws Exception {
    Stream<String> own =
        settings.entrySet().stream().flatMap(s -> Stream.of(s.getKey(), s.getValue()));
    Stream<String> always = Stream.of("JDK_JAVA_OPTIONS", "-Xmx512m -XX:+ExitOnOutOfMemoryError");
    return PackagedService.start(dataDir, Stream.concat(always, own).toArray(String[]::new));
  }

  /**
   * Callers who behave ask before, meanwhile and after, and all are answered; then memory is where
   * it was.
   */
  static void whileOthersAsk(PackagedService service, Attempt attempt) throws Exception {
    Heap heap = Heap.of(service);
    try (WellBehavedCallers behaved = WellBehavedCallers.at(service)) {
      Answers.expect(200, service.get("/v1/coverage?validAt=2026-07-31"));
      long before = heap.used();
      attempt.on(service, behaved);
      Answers.expect(200, service.get("/v1/pledges?limit=1"));
      behaved.assertAllAnswered();
      long after = heap.used();
      System.out.printf("exhaustion: %,d bytes before, %,d after%n", before, after);
      assertThat(after - before).as("bytes held").isLessThan(MOST_GROWTH);
    }
    assertThat(service.getFromManagement("/q/health/live").statusCode()).isEqualTo(200);
    assertThat(service.log()).doesNotContain("java.lang.OutOfMemoryError", "\"level\":\"ERROR\"");
  }
}
