package org.alliedregistry.http.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.alliedregistry.domain.reference.Audience;
import org.alliedregistry.http.read.CachedResponses.CacheKey;
import org.alliedregistry.http.read.CachedResponses.CachedResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What kept answers take in memory: the addresses, the entries themselves and the bodies. */
@Tag("thorough")
class CachedResponsesMemoryIT {

  private static final long MOST = 64L << 20;

  /** What other threads of the test take meanwhile. */
  private static final long NOISE = 4L << 20;

  private static final LocalDate DAY = LocalDate.parse("2026-06-01");

  private static CacheKey question(int number, int length) {
    String start = "/v1/pledges?q=" + number + "x";
    String target = start + "a".repeat(Math.max(0, length - start.length()));
    return new CacheKey(Audience.PUBLIC, new String("homcwurue5-32711e496eb00759"), DAY, target);
  }

  private static CachedResponse answer(int length) {
    return CachedResponse.of(new byte[length], "\"" + "0".repeat(32) + length + "\"", null);
  }

  /** Measured with them and without them, one right after the other. */
  private static long taken(Consumer<CachedResponses> filling) {
    List<CachedResponses> held = new ArrayList<>(List.of(new CachedResponses(MOST)));
    filling.accept(held.get(0));
    held.get(0).settle();
    long with = used();
    assertThat(held.remove(0).computing()).isZero();
    return with - used();
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  @Test
  void manySmallAnswersUnderLongAddressesTakeNoMoreThanTheBound() {
    assertThat(
            taken(
                kept -> {
                  for (int i = 0; i < 120_000; i++) {
                    kept.keep(question(i, CachedResponses.LONGEST_TARGET), answer(20));
                  }
                }))
        .isBetween(MOST / 2, MOST + NOISE);
  }

  @Test
  void fewLargeOnesTakeNoMoreThanOneAboveIt() {
    assertThat(
            taken(
                kept -> {
                  for (int i = 0; i < 120; i++) {
                    kept.keep(question(i, 40), answer(1 << 20));
                  }
                }))
        .isBetween(MOST / 2, MOST + (1 << 20) + NOISE);
  }

  @Test
  void bothFormsOfEachTakeNoMoreThanTheBound() {
    assertThat(
            taken(
                kept -> {
                  for (int i = 0; i < 60_000; i++) {
                    kept.keep(question(i, 40), answer(2_000).with(Coding.GZIP));
                  }
                }))
        .isBetween(MOST / 2, MOST + NOISE);
  }
}
