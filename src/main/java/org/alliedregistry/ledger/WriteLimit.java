package org.alliedregistry.ledger;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.ProblemType;

/**
 * Limits the number of requests that wait for the store, so that a store that does not answer never
 * blocks all threads.
 */
final class WriteLimit {

  private static final long TIMEOUT_MS = 250;

  private final Semaphore permits;

  WriteLimit(int permits) {
    this.permits = new Semaphore(permits);
  }

  /**
   * @throws ProblemException if there is no permit within 250 ms; the work is not run then
   */
  <T> T run(Supplier<T> work) {
    if (!tryAcquire()) {
      throw ProblemException.because(
          ProblemType.STORE_UNAVAILABLE, "Too many writes wait at once. Nothing was recorded.");
    }
    try {
      return work.get();
    } finally {
      permits.release();
    }
  }

  private boolean tryAcquire() {
    try {
      return permits.tryAcquire(TIMEOUT_MS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
