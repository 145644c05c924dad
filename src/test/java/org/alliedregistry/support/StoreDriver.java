package org.alliedregistry.support;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The driver of the pool in tests of the store. Its connections are to the database that the test
 * made last, also those that the pool has already, and to the one of the service where it made
 * none.
 */
public final class StoreDriver implements Driver {

  /** A database, to be told from the same one chosen again. */
  private record Choice(@Nullable DataSource database) {}

  private static final AtomicReference<Choice> CHOSEN = new AtomicReference<>(new Choice(null));

  private final Driver embedded = new org.h2.Driver();

  /** From now on, everything is asked of this database; of the service's own if null. */
  public static void choose(@Nullable DataSource database) {
    CHOSEN.set(new Choice(database));
  }

  @Override
  public Connection connect(String url, Properties info) {
    AtomicReference<@Nullable Choice> connectedTo = new AtomicReference<>();
    AtomicReference<@Nullable Connection> current = new AtomicReference<>();
    return (Connection)
        Proxy.newProxyInstance(
            StoreDriver.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (self, method, arguments) -> {
              Choice chosen = CHOSEN.get();
              if (connectedTo.getAndSet(chosen) != chosen) {
                current.set(opened(chosen, url, info));
              }
              try {
                return method.invoke(current.get(), arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private Connection opened(Choice chosen, String url, Properties info) throws SQLException {
    DataSource database = chosen.database();
    return database == null ? embedded.connect(url, info) : database.getConnection();
  }

  @Override
  public boolean acceptsURL(String url) throws SQLException {
    return embedded.acceptsURL(url);
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
    return new DriverPropertyInfo[0];
  }

  @Override
  public int getMajorVersion() {
    return 1;
  }

  @Override
  public int getMinorVersion() {
    return 0;
  }

  @Override
  public boolean jdbcCompliant() {
    return true;
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getLogger(StoreDriver.class.getName());
  }
}
