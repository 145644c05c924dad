package org.alliedregistry.lifecycle;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Does something again and again, never twice at once: where a store neither answers nor fails, one
 * thread waits for it, and the others go on answering.
 */
public final class PeriodicTask {

  private PeriodicTask() {}

  /**
   * Begins with it, until the service stops; what is still under way when it is time again is left
   * alone.
   */
  public static void run(Vertx vertx, GracefulShutdown stopping, Duration every, Runnable work) {
    AtomicBoolean isUnderWay = new AtomicBoolean();
    long timer =
        vertx.setPeriodic(
            every.toMillis(),
            fired -> {
              if (isUnderWay.compareAndSet(false, true)) {
                vertx
                    .executeBlocking(
                        () -> {
                          work.run();
                          return null;
                        },
                        false)
                    .onComplete(done -> isUnderWay.set(false));
              }
            });
    stopping.onShutdown(() -> vertx.cancelTimer(timer));
  }
}
