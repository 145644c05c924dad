package org.alliedregistry.support;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A database whose next commit is lost on the way: before it is done, or after. */
public final class BreakingConnections {

  /** When the connection breaks. */
  public enum When {
    NEVER,
    BEFORE_THE_COMMIT,
    AFTER_THE_COMMIT
  }

  private final DataSource database;
  private final AtomicInteger commits = new AtomicInteger();
  private final AtomicReference<@Nullable Semaphore> held = new AtomicReference<>();
  private volatile When next = When.NEVER;

  public BreakingConnections(DataSource database) {
    this.database = database;
  }

  /** Breaks one commit; the connections after it are sound. */
  public void breakOnce(When when) {
    next = when;
  }

  /** Holds the next commit until it is given a permit; those after it are not held. */
  public Semaphore holdOnce() {
    Semaphore permits = new Semaphore(0);
    held.set(permits);
    return permits;
  }

  /** How many commits there were. */
  public int commits() {
    return commits.get();
  }

  private void commit() {
    commits.incrementAndGet();
    Semaphore permits = held.getAndSet(null);
    if (permits != null) {
      permits.acquireUninterruptibly();
    }
  }

  public DataSource database() {
    return proxy(
        DataSource.class,
        (self, method, arguments) -> {
          Object result = invoke(database, method, arguments);
          return result instanceof Connection sound ? connection(sound) : result;
        });
  }

  private Connection connection(Connection sound) {
    return proxy(
        Connection.class,
        (self, method, arguments) -> {
          if (method.getName().equals("commit")) {
            commit();
          }
          When when = method.getName().equals("commit") ? next : When.NEVER;
          if (when == When.NEVER) {
            return invoke(sound, method, arguments);
          }
          next = When.NEVER;
          if (when == When.AFTER_THE_COMMIT) {
            sound.commit();
          }
          throw new SQLException("the connection broke");
        });
  }

  private static Object invoke(Object target, java.lang.reflect.Method method, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
