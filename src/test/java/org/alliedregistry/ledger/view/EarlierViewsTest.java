package org.alliedregistry.ledger.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.reference.Audience;
import org.alliedregistry.support.ParallelCalls;
import org.junit.jupiter.api.Test;

/** Earlier states are computed once each, and beside each other. */
class EarlierViewsTest {

  private static final int MANY = 16;

  private final EarlierViews views = new EarlierViews();
  private final AtomicInteger computed = new AtomicInteger();

  private RegistrySnapshot known(int entries, Supplier<RegistrySnapshot> computation) {
    return views.known(Audience.PUBLIC, entries, computation);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void noStateWaitsForAnother() throws Exception {
    CountDownLatch all = new CountDownLatch(MANY);
    AtomicInteger next = new AtomicInteger();

    List<RegistrySnapshot> known =
        ParallelCalls.times(
            MANY,
            () ->
                known(
                    next.incrementAndGet(),
                    () -> {
                      all.countDown();
                      await(all);
                      return RegistrySnapshot.EMPTY;
                    }));

    assertThat(known).hasSize(MANY);
  }

  @Test
  void eachIsComputedOnceHoweverManyAsk() throws Exception {
    List<RegistrySnapshot> known =
        ParallelCalls.times(
            MANY,
            () ->
                known(
                    1,
                    () -> {
                      computed.incrementAndGet();
                      return RegistrySnapshot.EMPTY;
                    }));

    assertThat(known).hasSize(MANY).containsOnly(RegistrySnapshot.EMPTY);
    assertThat(computed).hasValue(1);
  }

  @Test
  void whoWaitsForOneThatFailsComputesIt() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch asked = new CountDownLatch(1);
    Thread first =
        new Thread(
            () ->
                assertThatThrownBy(
                        () ->
                            known(
                                1,
                                () -> {
                                  begun.countDown();
                                  await(asked);
                                  throw new IllegalStateException("planned");
                                }))
                    .hasMessage("planned"));
    first.start();
    await(begun);
    Thread second = new Thread(() -> known(1, this::computed));
    second.start();
    while (second.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    asked.countDown();
    second.join();
    first.join();

    assertThat(computed).hasValue(1);
    assertThat(known(1, this::computed)).isSameAs(RegistrySnapshot.EMPTY);
    assertThat(computed).as("what failed is not kept").hasValue(2);
  }

  private RegistrySnapshot computed() {
    computed.incrementAndGet();
    return RegistrySnapshot.EMPTY;
  }
}
