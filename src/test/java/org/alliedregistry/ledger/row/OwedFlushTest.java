package org.alliedregistry.ledger.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.reference.Ally;
import org.alliedregistry.ledger.Ledger;
import org.alliedregistry.ledger.Verification;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.ProblemType;
import org.alliedregistry.support.PrivateStores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is committed and not flushed is not recorded yet, for nobody. */
@QuarkusTest
@TestProfile(PrivateStores.class)
class OwedFlushTest {

  /** Longer than a failure stands for those that come right after it. */
  private static final long MOMENT_MS = 1_200;

  private static final IdempotencyKey KEY = new IdempotencyKey("tests", "key", "digest");
  private static final StoredResponse REPLY =
      new StoredResponse(201, null, null, "application/json", new byte[0]);

  private final PrivateStore store = new PrivateStore();
  private final AtomicInteger failing = new AtomicInteger();
  private final AtomicInteger flushes = new AtomicInteger();
  private volatile Step beforeFlush = () -> {};
  private final Ledger ledger = store.ledger(Clock.systemUTC(), this::failing);

  private interface Step {
    void run() throws InterruptedException;
  }

  /** So many times there is no connection. */
  private DataSource failing(DataSource database) {
    return (DataSource)
        Proxy.newProxyInstance(
            DataSource.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (self, method, arguments) -> {
              if (failing.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new SQLTransientConnectionException("no connection is free");
              }
              flushes.incrementAndGet();
              beforeFlush.run();
              try {
                return method.invoke(database, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @BeforeEach
  void aWriteIsCommittedAndNotFlushed() {
    failing.set(1);
    assertUnavailable(() -> write("FIRST"));
    assertThat(failing).hasValue(0);
    assertThat(flushes).hasValue(0);
  }

  private void write(String code) {
    List<EntryContent> content =
        List.of(
            new EntryContent.AllyVersionRecorded(new Ally(code, code, Ally.Kind.STATE, Set.of())));
    ledger.append("tests", registry -> content, after -> () -> REPLY, KEY);
  }

  private static void assertUnavailable(Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.type()).isEqualTo(ProblemType.STORE_UNAVAILABLE));
  }

  @Test
  void itIsFlushedBeforeItIsUsed() {
    assertThat(ledger.flush().log()).hasSize(1);
    assertThat(flushes).hasValue(1);

    assertThat(ledger.findResponse(KEY)).isPresent();
    assertThat(ledger.verify().isVerified()).isTrue();
    assertThat(flushes).as("once").hasValue(1);
  }

  @Test
  void whatIsBeingFlushedIsNotReadBefore() throws Exception {
    ledger.flush();
    CountDownLatch hasBegun = new CountDownLatch(1);
    CountDownLatch mayGoOn = new CountDownLatch(1);
    beforeFlush =
        () -> {
          hasBegun.countDown();
          mayGoOn.await();
        };
    CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> write("SECOND"));
    hasBegun.await();
    CompletableFuture<Verification> reading = CompletableFuture.supplyAsync(ledger::verify);
    assertThatThrownBy(() -> reading.get(500, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
    mayGoOn.countDown();
    writing.join();
    assertThat(reading.join().isVerified()).isTrue();
  }

  @Test
  void nobodyReadsItWhereItCannotBeFlushed() throws Exception {
    failing.set(3);

    assertUnavailable(ledger::flush);
    assertThat(ledger.registry().log()).isEmpty();
    TimeUnit.MILLISECONDS.sleep(MOMENT_MS);
    assertUnavailable(() -> ledger.findResponse(KEY));
    assertThat(ledger.registry().log()).isEmpty();
    TimeUnit.MILLISECONDS.sleep(MOMENT_MS);
    assertUnavailable(() -> write("SECOND"));
    assertThat(ledger.registry().log()).isEmpty();

    TimeUnit.MILLISECONDS.sleep(MOMENT_MS);
    assertThat(ledger.flush().log()).hasSize(1);
  }
}
