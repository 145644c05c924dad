package org.alliedregistry.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.ProblemType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** More write than may wait for a store that does not answer. */
class WriteLimitTest {

  private final ExecutorService writers = Executors.newCachedThreadPool();

  @AfterEach
  void end() {
    writers.shutdownNow();
  }

  @Test
  void theOthersAreRefusedUntilASeatIsFree() throws Exception {
    WriteLimit writeLimit = new WriteLimit(2);
    CountDownLatch waiting = new CountDownLatch(2);
    CountDownLatch answered = new CountDownLatch(1);
    Future<String> value = writers.submit(() -> writeLimit.run(() -> hang(waiting, answered)));
    Future<String> two = writers.submit(() -> writeLimit.run(() -> hang(waiting, answered)));
    waiting.await();

    assertThatThrownBy(() -> writeLimit.run(() -> "done"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.type()).isEqualTo(ProblemType.STORE_UNAVAILABLE));

    answered.countDown();
    assertThat(value.get() + two.get()).isEqualTo("donedone");
    assertThat(writeLimit.run(() -> "done")).isEqualTo("done");
    assertThatThrownBy(
            () ->
                writeLimit.run(
                    () -> {
                      throw new IllegalStateException("it failed");
                    }))
        .hasMessage("it failed");
    assertThat(writeLimit.run(() -> writeLimit.run(() -> "done"))).isEqualTo("done");
  }

  private static String hang(CountDownLatch waiting, CountDownLatch answered) {
    waiting.countDown();
    try {
      answered.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return "done";
  }
}
