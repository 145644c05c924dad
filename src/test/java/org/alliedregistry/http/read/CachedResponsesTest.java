package org.alliedregistry.http.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.alliedregistry.domain.reference.Audience;
import org.alliedregistry.http.read.CachedResponses.CacheKey;
import org.alliedregistry.http.read.CachedResponses.CachedResponse;
import org.alliedregistry.http.read.CachedResponses.Pending;
import org.alliedregistry.security.Requester;
import org.alliedregistry.support.ParallelCalls;
import org.junit.jupiter.api.Test;

/** How many answers are kept, and who computes one. */
class CachedResponsesTest {

  private static final long MOST = 16L << 20;
  private static final LocalDate DAY = LocalDate.parse("2026-06-01");

  private static final Requester ONE = new Requester("address one", false);
  private static final Requester OTHER = new Requester("address other", false);

  private final CachedResponses kept = new CachedResponses(MOST);

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

  @Test
  void whatIsKeptIsSentWithoutACopyOfIt() {
    CachedResponse answer = answer(5_000).with(Coding.GZIP);
    for (Coding coding : Coding.values()) {
      assertThat(answer.bytes(coding))
          .isSameAs(answer.bytes(coding))
          .isEqualTo(Objects.requireNonNull(answer.in(coding)).getBytes());
    }
  }

  /** What somebody else computes. */
  private CompletableFuture<Optional<CachedResponse>> awaited(CacheKey key) {
    return kept.pending(key).answer();
  }

  private Pending computed(CacheKey key, Requester requester) {
    Pending pending = kept.pending(key);
    assertThat(pending.tryJoin(requester)).isTrue();
    assertThat(pending.claim()).isTrue();
    return pending;
  }

  /** How many of so many are still there once all were given. */
  private long stay(int entries, int target, CachedResponse answer) {
    for (int i = 0; i < entries; i++) {
      kept.put(question(i, target), answer);
    }
    kept.settle();
    return IntStream.range(0, entries).filter(i -> kept.find(question(i, target)) != null).count();
  }

  /** What they take in memory is measured in a process of its own: KeptAnswersMemoryIT. */
  @Test
  void manySmallAnswersUnderLongAddressesStayWithinTheBound() {
    int target = CachedResponses.LONGEST_TARGET;
    assertThat(stay(20_000, target, answer(20)))
        .isBetween(1L, MOST / (CachedResponses.OVERHEAD + target + 20));
  }

  @Test
  void soDoFewLargeOnes() {
    assertThat(stay(60, 40, answer(1 << 20))).isBetween(1L, MOST / (1 << 20));
  }

  @Test
  void bothFormsOfEachCount() {
    byte[] body = new byte[2_000];
    new Random(1).nextBytes(body);
    CachedResponse both = CachedResponse.of(EntityTags.JSON, body, "\"a\"", null).with(Coding.GZIP);
    assertThat(stay(20_000, 40, both))
        .isBetween(1L, MOST / (CachedResponses.OVERHEAD + 40 + 2 * body.length));
  }

  @Test
  void theFirstComputesAndTheOthersAreGivenWhatItFound() {
    CacheKey key = question(1, 40);
    computed(key, ONE);
    List<CompletableFuture<Optional<CachedResponse>>> others = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      assertThat(kept.pending(key).tryJoin(new Requester("address " + i, false))).isFalse();
      others.add(awaited(key));
    }
    CachedResponse answer = answer(10);
    kept.put(key, answer);

    assertThat(others).allSatisfy(other -> assertThat(other.join()).containsSame(answer));
    assertThat(awaited(key).join()).containsSame(answer);
    assertThat(kept.computing()).isZero();
  }

  @Test
  void whoeverFailsLeavesItToTheNext() {
    CacheKey key = question(2, 40);
    Pending first = computed(key, ONE);
    CompletableFuture<Optional<CachedResponse>> other = awaited(key);
    first.giveUp();

    assertThat(other.join()).isEmpty();
    assertThat(kept.computing()).isZero();
    computed(key, ONE);
  }

  @Test
  void oneQuestionDoesNotWaitForAnother() {
    computed(question(3, 40), ONE);
    computed(question(4, 40), ONE);
  }

  @Test
  void whoIsNotGivenAPlaceHoldsNobodyUp() {
    CacheKey key = question(5, 40);
    Pending pending = kept.pending(key);
    assertThat(pending.tryJoin(ONE)).isTrue();
    assertThat(pending.tryJoin(ONE)).as("another request of the same").isFalse();
    assertThat(pending.tryJoin(OTHER)).isTrue();
    assertThat(pending.claim()).as("the other computes").isTrue();

    assertThat(pending.isComputed()).isDone();
    assertThat(pending.leave(ONE)).as("somebody computes it").isTrue();
    assertThat(pending.answer()).isNotDone();
    kept.put(key, answer(10));
    assertThat(pending.answer().join()).isPresent();
  }

  @Test
  void whereNobodyIsGivenAPlaceAllAskAgain() {
    CacheKey key = question(6, 40);
    Pending pending = kept.pending(key);
    assertThat(pending.tryJoin(ONE)).isTrue();
    assertThat(pending.tryJoin(OTHER)).isTrue();

    assertThat(pending.leave(ONE)).isFalse();
    assertThat(pending.answer()).isNotDone();
    assertThat(pending.leave(OTHER)).isFalse();
    assertThat(pending.answer().join()).isEmpty();
    assertThat(pending.claim()).as("too late").isFalse();
    computed(key, ONE);
  }

  /** Threads that begin together, again and again: each time one of them computes. */
  @Test
  void oneOfThoseWhoAreGivenAPlaceAtOnceComputes() throws Exception {
    for (int round = 0; round < 200; round++) {
      Pending pending = kept.pending(question(100 + round, 40));
      CyclicBarrier together = new CyclicBarrier(4);
      AtomicInteger next = new AtomicInteger();
      List<Boolean> computing =
          ParallelCalls.times(
              4,
              () -> {
                Requester requester = new Requester("address " + next.getAndIncrement(), false);
                together.await();
                return pending.tryJoin(requester) && pending.claim();
              });
      assertThat(computing).containsOnlyOnce(true);
    }
  }
}
