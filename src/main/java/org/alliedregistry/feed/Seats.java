package org.alliedregistry.feed;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import org.alliedregistry.problem.ProblemType;
import org.alliedregistry.problem.Refusal;

/** Bounds how many wait at once, on streams and on polls: each holds a connection and memory. */
@ApplicationScoped
class Seats {

  private final int all;
  private final Semaphore free;

  Seats(FeedConfig config) {
    this.all = config.maxReaders();
    this.free = new Semaphore(all);
  }

  /** Takes one, or refuses. */
  void take() {
    if (!free.tryAcquire()) {
      throw Refusal.because(
          ProblemType.TOO_MANY_READERS, "At most " + all + " may follow the ledger at once.");
    }
  }

  void leave() {
    free.release();
  }

  int taken() {
    return all - free.availablePermits();
  }

  /** Takes one for as long as a wait lasts. */
  <T> Uni<T> during(Uni<T> wait) {
    return Uni.createFrom()
        .deferred(
            () -> {
              take();
              return wait.onTermination().invoke(this::leave);
            });
  }
}
