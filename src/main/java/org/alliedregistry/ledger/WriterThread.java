package org.alliedregistry.ledger;

import io.quarkus.logging.Log;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** One thread that runs tasks in their order. */
final class WriterThread {

  /** Work that uses the store. */
  interface Work<T> {
    T run() throws SQLException;
  }

  private static final long STOP_SECONDS = 3;

  private final ExecutorService executor = Executors.newSingleThreadExecutor(WriterThread::thread);

  private static Thread thread(Runnable tasks) {
    Thread thread = new Thread(tasks, "ledger-writer");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Runs a task after all tasks before it.
   *
   * @param task must not throw
   * @return false if the thread takes no more tasks; then the task does not run
   */
  boolean tryExecute(Runnable task) {
    try {
      executor.execute(task);
      return true;
    } catch (RejectedExecutionException e) {
      return false;
    }
  }

  /**
   * Runs work after all tasks before it, and waits for its result.
   *
   * @throws SQLException if the store fails, or the thread takes no more tasks
   */
  <T> T call(Work<T> work) throws SQLException {
    CompletableFuture<T> result = new CompletableFuture<>();
    boolean runs =
        tryExecute(
            () -> {
              try {
                result.complete(work.run());
              } catch (Throwable e) {
                result.completeExceptionally(e);
              }
            });
    if (!runs) {
      throw new SQLTransientException("the service is stopping");
    }
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

  /** Takes no more tasks, and waits some seconds for those that it has. */
  void stop() {
    executor.shutdown();
    try {
      if (!executor.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        Log.warn("the store does not answer; whether the last writes are recorded is not known");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
