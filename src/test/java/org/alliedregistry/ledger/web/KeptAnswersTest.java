package org.alliedregistry.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.alliedregistry.ledger.web.KeptAnswers.Answer;
import org.alliedregistry.ledger.web.KeptAnswers.Question;
import org.alliedregistry.reference.Audience;
import org.junit.jupiter.api.Test;

/** What kept answers take, and who computes one. */
class KeptAnswersTest {

  private static final long MOST = 16L << 20;
  private static final LocalDate DAY = LocalDate.parse("2026-06-01");

  private final KeptAnswers kept = new KeptAnswers(MOST);

  private static Question question(int number, int length) {
    String start = "/v1/pledges?q=" + number + "x";
    String target = start + "a".repeat(Math.max(0, length - start.length()));
    return new Question(Audience.PUBLIC, new String("homcwurue5-32711e496eb00759"), DAY, target);
  }

  private static Answer answer(int length) {
    return Answer.of(new byte[length], "\"" + "0".repeat(32) + length + "\"", null);
  }

  /** What somebody else computes. */
  private CompletableFuture<Optional<Answer>> awaited(Question asked) {
    return Objects.requireNonNull(kept.computed(asked));
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 4; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private long taken(int entries, int target, int body) {
    long before = used();
    for (int i = 0; i < entries; i++) {
      kept.keep(question(i, target), answer(body));
    }
    kept.settle();
    return used() - before;
  }

  /** The addresses, the entries themselves and the bodies: all of it counts. */
  @Test
  void manySmallAnswersUnderLongAddressesTakeNoMoreThanTheBound() {
    assertThat(taken(60_000, KeptAnswers.LONGEST_TARGET, 20)).isLessThan(MOST);
  }

  @Test
  void soDoFewLargeOnes() {
    assertThat(taken(60, 40, 1 << 20)).isLessThan(MOST + (1 << 20));
  }

  @Test
  void soDoBothFormsOfEach() {
    long before = used();
    for (int i = 0; i < 20_000; i++) {
      kept.keep(question(i, 40), answer(2_000).with(Coding.GZIP));
    }
    kept.settle();
    assertThat(used() - before).isLessThan(MOST);
  }

  @Test
  void theFirstComputesAndTheOthersAreGivenWhatItFound() {
    Question asked = question(1, 40);
    assertThat(kept.computed(asked)).isNull();
    List<CompletableFuture<Optional<Answer>>> others = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      others.add(awaited(asked));
    }
    Answer answer = answer(10);
    kept.keep(asked, answer);

    assertThat(others).allSatisfy(other -> assertThat(other.join()).containsSame(answer));
    assertThat(awaited(asked).join()).containsSame(answer);
    assertThat(kept.computing()).isZero();
  }

  @Test
  void whoeverFailsLeavesItToTheNext() {
    Question asked = question(2, 40);
    kept.computed(asked);
    CompletableFuture<Optional<Answer>> other = awaited(asked);
    kept.giveUp(asked);

    assertThat(other.join()).isEmpty();
    assertThat(kept.computing()).isZero();
    assertThat(kept.computed(asked)).isNull();
  }

  @Test
  void oneQuestionDoesNotWaitForAnother() {
    assertThat(kept.computed(question(3, 40))).isNull();
    assertThat(kept.computed(question(4, 40))).isNull();
  }
}
