package org.alliedregistry.ledger;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.ProblemType;

/**
 * How many requests may wait for the store at once: however long it does not answer, threads are
 * left for those that need no store.
 */
final class WriteLimit {

  private static final long TIMEOUT_MS = 250;

  private final Semaphore permits;

  WriteLimit(int permits) {
    this.permits = new Semaphore(permits);
  }

  /**
   * @throws ProblemException where no permit becomes free soon; nothing is done then
   */
  <T> T run(Supplier<T> work) {
    if (!isTaken()) {
      throw ProblemException.because(
          ProblemType.STORE_UNAVAILABLE, "Too many write at once; nothing is recorded.");
    }
    try {
      return work.get();
    } finally {
      permits.release();
    }
  }

  private boolean isTaken() {
    try {
      return permits.tryAcquire(TIMEOUT_MS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
