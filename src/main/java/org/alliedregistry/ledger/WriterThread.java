package org.alliedregistry.ledger;

import io.quarkus.logging.Log;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * One thread that runs tasks in their order. It ends after some seconds without a task, and the
 * next task starts it again.
 */
final class WriterThread {

  /** Work that uses the store. */
  interface Work<T> {
    T run() throws SQLException;
  }

  private static final long IDLE_SECONDS = 10;
  private static final long STOP_SECONDS = 10;

  private final ThreadPoolExecutor executor =
      new ThreadPoolExecutor(
          1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), WriterThread::thread);

  WriterThread() {
    executor.allowCoreThreadTimeOut(true);
  }

  private static Thread thread(Runnable tasks) {
    Thread thread = new Thread(tasks, "ledger-writer");
    thread.setDaemon(true);
    return thread;
  }

  /** Runs a task after all tasks before it. The task throws nothing. */
  void execute(Runnable task) {
    executor.execute(task);
  }

  /**
   * Runs work after all tasks before it, and waits for its result.
   *
   * @throws SQLException if the store fails
   */
  <T> T call(Work<T> work) throws SQLException {
    CompletableFuture<T> result = new CompletableFuture<>();
    executor.execute(
        () -> {
          try {
            result.complete(work.run());
          } catch (SQLException | RuntimeException | Error e) {
            result.completeExceptionally(e);
          }
        });
    return resultOf(result);
  }

  /**
   * Waits for a result. A failure is thrown as it is.
   *
   * @throws SQLException if the store failed
   */
  static <T> T resultOf(CompletableFuture<T> future) throws SQLException {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof SQLException failure) {
        throw failure;
      }
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw e;
    }
  }

  /** Runs the tasks that wait, and ends the thread. */
  void stop() {
    executor.shutdown();
    try {
      if (!executor.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        Log.warn("the store does not answer; a write may be unfinished");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
