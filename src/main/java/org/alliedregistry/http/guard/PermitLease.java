package org.alliedregistry.http.guard;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.alliedregistry.http.guard.ConcurrencyLimit.Permit;
import org.jspecify.annotations.Nullable;

/**
 * A permit that a request waits for or holds. It is released when both the request and its
 * computation have ended.
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

  /** The request is answered, or its caller has disconnected. */
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

  /** Runs the computation; empty if the caller disconnected before it began. */
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
