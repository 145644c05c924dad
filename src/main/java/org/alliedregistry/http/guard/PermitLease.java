package org.alliedregistry.http.guard;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.alliedregistry.http.guard.ConcurrencyLimit.Permit;
import org.jspecify.annotations.Nullable;

/**
 * A permit that a request waits for, or holds. It is given back once the request has ended and
 * nothing is computed for it any more, whichever comes last.
 */
final class PermitLease {

  private final PermitQueue permits;
  private final CompletableFuture<Permit> permit;
  private boolean isComputing;
  private boolean hasEnded;

  PermitLease(PermitQueue permits, CompletableFuture<Permit> permit) {
    this.permits = permits;
    this.permit = permit;
  }

  CompletableFuture<Permit> permit() {
    return permit;
  }

  synchronized boolean hasEnded() {
    return hasEnded;
  }

  /** The request is answered, or its caller has gone. */
  void end() {
    boolean isFree;
    synchronized (this) {
      hasEnded = true;
      isFree = !isComputing;
    }
    if (isFree) {
      giveBack();
    }
  }

  /** What the computation makes; nothing where the caller has gone before it began. */
  <T> @Nullable T compute(Supplier<T> computation) {
    synchronized (this) {
      if (hasEnded) {
        return null;
      }
      isComputing = true;
    }
    try {
      return computation.get();
    } finally {
      if (endComputation()) {
        giveBack();
      }
    }
  }

  private synchronized boolean endComputation() {
    isComputing = false;
    return hasEnded;
  }

  private void giveBack() {
    permit.cancel(false);
    permit.thenAccept(permits::release);
  }
}
