package org.alliedregistry.http.question;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.alliedregistry.domain.reference.Audience;
import org.alliedregistry.http.guard.ConcurrencyLimit;
import org.alliedregistry.ledger.Ledger;
import org.alliedregistry.ledger.view.AudienceViews;
import org.alliedregistry.lifecycle.GracefulShutdown;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.ProblemType;
import org.alliedregistry.security.Requester;

/**
 * Waits until this node has the revision that a caller has already seen, perhaps on another node.
 * So a caller never reads an older state than before.
 */
@ApplicationScoped
class RevisionBarrier {

  private static final long MAX_WAIT_NANOS = TimeUnit.SECONDS.toNanos(2);

  /** The maximum of waiting requests, because each holds a thread. */
  private static final int MAX_WAITING = 32;

  private static final int MAX_PER_REQUESTER = MAX_WAITING / 4;

  private final AudienceViews views;
  private final GracefulShutdown stopping;
  private final ConcurrencyLimit places = new ConcurrencyLimit(MAX_WAITING, MAX_PER_REQUESTER);
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition recorded = lock.newCondition();
  private long count;

  RevisionBarrier(AudienceViews views, Ledger ledger, GracefulShutdown stopping) {
    this.views = views;
    this.stopping = stopping;
    ledger.onRecorded(this::wakeAll);
    stopping.onShutdown(this::wakeAll);
  }

  private void wakeAll() {
    lock.lock();
    try {
      count++;
      recorded.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Returns when the view of an audience includes a revision.
   *
   * @param requester the requester that the wait counts for
   * @throws ProblemException if it does not within two seconds, or if too many requests wait
   */
  void await(Requester requester, Audience audience, String revision) {
    if (isReached(audience, revision)) {
      return;
    }
    ConcurrencyLimit.Permit place =
        places
            .acquire(requester)
            .orElseThrow(() -> notYet("Too many requests already wait for a revision."));
    try {
      awaitInPlace(audience, revision);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw notYet("The node is stopping.");
    } finally {
      place.release();
    }
  }

  private void awaitInPlace(Audience audience, String revision) throws InterruptedException {
    long left = MAX_WAIT_NANOS;
    long seen = counted();
    while (!isReached(audience, revision)) {
      if (stopping.hasBegun()) {
        throw notYet("The node is stopping.");
      }
      lock.lock();
      try {
        while (count == seen) {
          if (left <= 0) {
            throw notYet("The node waited two seconds for the revision.");
          }
          left = recorded.awaitNanos(left);
        }
        seen = count;
      } finally {
        lock.unlock();
      }
    }
  }

  private long counted() {
    lock.lock();
    try {
      return count;
    } finally {
      lock.unlock();
    }
  }

  private boolean isReached(Audience audience, String revision) {
    return views.registry(audience).includes(revision);
  }

  private static ProblemException notYet(String detail) {
    return ProblemException.because(ProblemType.REVISION_NOT_REACHED, detail);
  }
}
