package org.alliedregistry.lifecycle;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs a task periodically, never twice at the same time. So if the store hangs, only one thread
 * waits for it.
 */
public final class PeriodicTask {

  private PeriodicTask() {}

  /**
   * Starts the task. It ends when the service stops. A run that is due while another is in progress
   * is skipped.
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
