package org.alliedregistry.http.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.alliedregistry.domain.reference.Audience;
import org.alliedregistry.http.read.CachedResponses.CacheKey;
import org.alliedregistry.http.read.CachedResponses.CachedResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What kept answers take in memory: the addresses, the entries themselves and the bodies. Measured
 * where no application runs beside them.
 */
@Tag("thorough")
class CachedResponsesMemoryIT {

  private static final long MOST = 64L << 20;
  private static final LocalDate DAY = LocalDate.parse("2026-06-01");

  private final CachedResponses kept = new CachedResponses(MOST);
  private final long before = used();

  /** They are there as long as they are measured. */
  @AfterEach
  void isStillThere() {
    assertThat(kept.computing()).isZero();
  }

  private static CacheKey question(int number, int length) {
    String start = "/v1/pledges?q=" + number + "x";
    String target = start + "a".repeat(Math.max(0, length - start.length()));
    return new CacheKey(Audience.PUBLIC, new String("homcwurue5-32711e496eb00759"), DAY, target);
  }

  private static CachedResponse answer(int length) {
    return CachedResponse.of(new byte[length], "\"" + "0".repeat(32) + length + "\"", null);
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private long taken() {
    kept.settle();
    return used() - before;
  }

  @Test
  void manySmallAnswersUnderLongAddressesTakeNoMoreThanTheBound() {
    for (int i = 0; i < 120_000; i++) {
      kept.keep(question(i, CachedResponses.LONGEST_TARGET), answer(20));
    }
    assertThat(taken()).isBetween(MOST / 2, MOST);
  }

  @Test
  void fewLargeOnesTakeNoMoreThanOneAboveIt() {
    for (int i = 0; i < 120; i++) {
      kept.keep(question(i, 40), answer(1 << 20));
    }
    assertThat(taken()).isBetween(MOST / 2, MOST + (1 << 20));
  }

  @Test
  void bothFormsOfEachTakeNoMoreThanTheBound() {
    for (int i = 0; i < 60_000; i++) {
      kept.keep(question(i, 40), answer(2_000).with(Coding.GZIP));
    }
    assertThat(taken()).isBetween(MOST / 2, MOST);
  }
}
