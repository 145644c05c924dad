package org.alliedregistry.support;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does the same from several callers at once. */
public final class ParallelCalls {

  private ParallelCalls() {}

  /** What each of them got; all begin together. */
  public static <T> List<T> times(int callers, Callable<T> call) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(callers);
    try {
      List<Future<T>> running = new ArrayList<>();
      for (int i = 0; i < callers; i++) {
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return call.call();
                }));
      }
      start.countDown();
      List<T> got = new ArrayList<>();
      for (Future<T> value : running) {
        got.add(value.get());
      }
      return got;
    } finally {
      threads.shutdownNow();
    }
  }
}
