package org.alliedregistry.http.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.alliedregistry.domain.reference.Audience;
import org.alliedregistry.http.read.CachedResponses.CacheKey;
import org.alliedregistry.http.read.CachedResponses.CachedResponse;
import org.alliedregistry.support.Command;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What kept answers take in memory: the addresses, the entries themselves and the bodies. */
@Tag("thorough")
class CachedResponsesMemoryIT {

  private static final long MOST = 64L << 20;

  /** What the process itself takes meanwhile. */
  private static final long NOISE = 4L << 20;

  private static final Map<String, Consumer<CachedResponses>> FILLINGS =
      Map.of(
          "small", CachedResponsesMemoryIT::keepSmallOnesUnderLongAddresses,
          "large", CachedResponsesMemoryIT::keepLargeOnes,
          "both", CachedResponsesMemoryIT::keepBothForms);

  private static final LocalDate DAY = LocalDate.parse("2026-06-01");

  private static CacheKey question(int number, int length) {
    String start = "/v1/pledges?q=" + number + "x";
    String target = start + "a".repeat(Math.max(0, length - start.length()));
    return new CacheKey(
        Audience.PUBLIC, new String("homcwurue5-32711e496eb00759"), DAY, "", target);
  }

  private static CachedResponse answer(int length) {
    return CachedResponse.of(
        EntityTags.JSON, new byte[length], "\"" + "0".repeat(32) + length + "\"", null);
  }

  /** Measured in a process of its own, where nothing else comes and goes. */
  private static long taken(String filling) throws IOException, InterruptedException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    String printed =
        Command.run(
            Path.of("").toAbsolutePath(),
            java.toString(),
            "-Xmx1g",
            "-cp",
            System.getProperty("java.class.path"),
            CachedResponsesMemoryIT.class.getName(),
            filling);
    return Long.parseLong(printed.strip());
  }

  public static void main(String[] arguments) {
    Consumer<CachedResponses> filling = Objects.requireNonNull(FILLINGS.get(arguments[0]));
    filled(filling);
    long without = used();
    CachedResponses responses = filled(filling);
    long with = used();
    Reference.reachabilityFence(responses);
    System.out.println(with - without);
  }

  private static CachedResponses filled(Consumer<CachedResponses> filling) {
    CachedResponses responses = new CachedResponses(MOST);
    filling.accept(responses);
    responses.settle();
    return responses;
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static void keepSmallOnesUnderLongAddresses(CachedResponses responses) {
    for (int i = 0; i < 120_000; i++) {
      responses.put(question(i, CachedResponses.LONGEST_TARGET), answer(20));
    }
  }

  private static void keepLargeOnes(CachedResponses responses) {
    for (int i = 0; i < 120; i++) {
      responses.put(question(i, 40), answer(1 << 20));
    }
  }

  private static void keepBothForms(CachedResponses responses) {
    for (int i = 0; i < 60_000; i++) {
      responses.put(question(i, 40), answer(2_000).with(Coding.GZIP));
    }
  }

  @Test
  void manySmallAnswersUnderLongAddressesTakeNoMoreThanTheBound() throws Exception {
    assertThat(taken("small")).isBetween(MOST / 2, MOST + NOISE);
  }

  @Test
  void fewLargeOnesTakeNoMoreThanOneAboveIt() throws Exception {
    assertThat(taken("large")).isBetween(MOST / 2, MOST + (1 << 20) + NOISE);
  }

  @Test
  void bothFormsOfEachTakeNoMoreThanTheBound() throws Exception {
    assertThat(taken("both")).isBetween(MOST / 2, MOST + NOISE);
  }
}
