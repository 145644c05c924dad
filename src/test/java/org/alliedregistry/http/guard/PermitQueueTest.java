package org.alliedregistry.http.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.alliedregistry.http.guard.ConcurrencyLimit.Permit;
import org.alliedregistry.security.Requester;
import org.junit.jupiter.api.Test;

/** Who computes at once, and who waits. */
class PermitQueueTest {

  private static final Duration LONG = Duration.ofHours(1);
  private static final Requester ONE = new Requester("address one", false);
  private static final Requester OTHER = new Requester("address other", false);

  private final PermitQueue queue = new PermitQueue(8);

  private CompletableFuture<Permit> ask(Requester requester) {
    return queue.acquire(requester, LONG);
  }

  private static Requester address(int number) {
    return new Requester("address " + number, false);
  }

  @Test
  void oneRequesterComputesAQuarterAtOnceAndOthersBesideIt() {
    ask(ONE);
    assertThat(ask(ONE)).isDone();
    assertThat(ask(ONE)).isNotDone();
    assertThat(ask(OTHER)).isDone();
    assertThat(queue.computing()).isEqualTo(3);
    assertThat(queue.waiting()).isEqualTo(1);
  }

  @Test
  void thoseWithATokenHaveAPartOfTheirOwn() {
    for (int i = 0; i < 6; i++) {
      assertThat(ask(address(i))).isDone();
    }
    assertThat(ask(address(6))).isNotDone();
    assertThat(ask(new Requester("bearer a", true))).isDone();
    assertThat(ask(new Requester("bearer b", true))).isDone();
    assertThat(ask(new Requester("bearer c", true))).isNotDone();
  }

  @Test
  void whoWaitsIsNextWhenOneIsDone() {
    Permit first = ask(ONE).join();
    ask(ONE);
    CompletableFuture<Permit> third = ask(ONE);
    CompletableFuture<Permit> fourth = ask(ONE);

    queue.release(first);
    assertThat(third).isDone();
    assertThat(fourth).isNotDone();
    queue.release(first);
    assertThat(fourth).isNotDone();
    queue.release(third.join());
    assertThat(fourth).isDone();
    assertThat(queue.waiting()).isZero();
  }

  @Test
  void whoComesGoesBehindThoseThatWait() {
    Permit first = ask(address(0)).join();
    for (int i = 1; i < 6; i++) {
      ask(address(i));
    }
    CompletableFuture<Permit> waited = ask(address(6));
    CompletableFuture<Permit> came = ask(address(7));
    queue.release(first);
    assertThat(waited).isDone();
    assertThat(came).isNotDone();
    queue.release(waited.join());
    assertThat(came).isDone();
  }

  @Test
  void whoWaitsForAnotherOfItsOwnDoesNotHoldUpTheRest() {
    ask(ONE);
    ask(ONE);
    assertThat(ask(ONE)).isNotDone();
    assertThat(ask(OTHER)).isDone();
  }

  @Test
  void theOneThatComputesFewestIsNextHoweverManyOthersAskedBefore() {
    List<Permit> computing = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      computing.add(ask(address(i % 3)).join());
    }
    CompletableFuture<Permit> second = ask(address(0));
    CompletableFuture<Permit> only = ask(address(9));
    queue.release(computing.get(1));
    assertThat(only).isDone();
    assertThat(second).isNotDone();
  }

  @Test
  void whereAllPlacesAreTakenTheOneWithMostGivesOneUp() {
    List<CompletableFuture<Permit>> asked = new ArrayList<>();
    for (int i = 0; i < 3 * 40; i++) {
      asked.add(ask(address(i % 3)));
    }
    assertThat(queue.waiting()).isEqualTo(96);
    CompletableFuture<Permit> newOne = ask(address(9));
    assertThat(newOne).isNotDone();
    assertThat(asked.subList(0, 96)).noneMatch(CompletableFuture::isCompletedExceptionally);
    assertThat(queue.waiting()).isEqualTo(96);

    queue.release(asked.get(0).join());
    assertThat(newOne).isCompleted();
    assertThat(asked.stream().filter(CompletableFuture::isCompletedExceptionally)).hasSize(19);
  }

  @Test
  void howManyWaitIsBounded() {
    List<CompletableFuture<Permit>> asked = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      asked.add(ask(ONE));
    }
    assertThat(queue.computing()).isEqualTo(2);
    assertThat(queue.waiting()).isEqualTo(32);
    assertThatThrownBy(() -> asked.get(999).join()).hasCauseInstanceOf(TimeoutException.class);
  }

  @Test
  void whoWaitsTooLongIsToldAndLeavesNothingBehind() {
    Permit first = ask(ONE).join();
    Permit second = ask(ONE).join();
    CompletableFuture<Permit> late = queue.acquire(ONE, Duration.ofMillis(1));

    assertThatThrownBy(late::join).hasCauseInstanceOf(TimeoutException.class);
    assertThat(queue.waiting()).isZero();
    queue.release(first);
    queue.release(second);
    assertThat(queue.computing()).isZero();
  }
}
