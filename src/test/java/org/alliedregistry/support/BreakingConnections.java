package org.alliedregistry.support;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A database whose next commit of entries is lost on the way: before it is done, or after. Other
 * commits are left alone.
 */
public final class BreakingConnections {

  /** When the connection breaks. */
  public enum When {
    NEVER,
    BEFORE_THE_COMMIT,
    AFTER_THE_COMMIT
  }

  private static final String INSERT = "insert into ledger_entry";

  private final AtomicInteger commits = new AtomicInteger();
  private final AtomicReference<@Nullable Semaphore> held = new AtomicReference<>();
  private volatile When next = When.NEVER;

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

  /** The database, through connections that break. */
  public DataSource to(DataSource database) {
    return proxy(
        DataSource.class,
        (self, method, arguments) -> {
          Object result = invoke(database, method, arguments);
          return result instanceof Connection sound ? connection(sound) : result;
        });
  }

  private Connection connection(Connection sound) {
    AtomicBoolean hasInserted = new AtomicBoolean();
    return proxy(
        Connection.class,
        (self, method, arguments) -> {
          if (method.getName().equals("prepareStatement")
              && String.valueOf(arguments[0]).startsWith(INSERT)) {
            hasInserted.set(true);
          }
          if (!method.getName().equals("commit") || !hasInserted.getAndSet(false)) {
            return invoke(sound, method, arguments);
          }
          commit();
          When when = next;
          next = When.NEVER;
          if (when == When.BEFORE_THE_COMMIT) {
            sound.close();
          } else {
            sound.commit();
          }
          if (when != When.NEVER) {
            throw new SQLException("the connection broke");
          }
          return null;
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
