package org.alliedregistry.support;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** Counts what is asked of a database, by the names of the methods of JDBC. */
public final class CountedCalls {

  private static final List<Class<?>> COUNTED =
      List.of(Connection.class, PreparedStatement.class, ResultSet.class);

  private final Map<String, Integer> calls = new ConcurrentHashMap<>();

  /** How often a method was called. */
  public int of(String method) {
    return calls.getOrDefault(method, 0);
  }

  /** The database, through connections that count. */
  public DataSource to(DataSource database) {
    return (DataSource) counting(DataSource.class, database);
  }

  private Object counting(Class<?> type, Object counted) {
    return Proxy.newProxyInstance(
        type.getClassLoader() == null ? getClass().getClassLoader() : type.getClassLoader(),
        new Class<?>[] {type},
        (self, method, arguments) -> {
          calls.merge(method.getName(), 1, Integer::sum);
          try {
            Object result = method.invoke(counted, arguments);
            return COUNTED.contains(method.getReturnType())
                ? counting(method.getReturnType(), result)
                : result;
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }
}
