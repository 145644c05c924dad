package org.alliedregistry.support;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Where a test keeps its record: embedded, or on the server that the tests were given. */
public final class Store {

  /** The server's address; a property, since each run of the service has classes of its own. */
  private static final String SERVER = "test.store.server";

  private static final String USER = "postgres";
  private static final String WAITS_FOR_THE_DISK = "?options=-c%20synchronous_commit=on";
  private static final Map<String, String> DATABASES = new ConcurrentHashMap<>();

  private Store() {}

  /** From now on, stores are databases of a server. */
  public static void useServer(String address) {
    System.setProperty(SERVER, address);
    System.setProperty("quarkus.datasource.jdbc.url", fresh("tests"));
    System.setProperty("quarkus.datasource.username", USER);
    System.setProperty("quarkus.datasource.password", USER);
  }

  /** The address of an empty store. */
  public static String fresh(String name) {
    String server = System.getProperty(SERVER);
    return server == null
        ? "jdbc:h2:mem:"
            + name
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1"
        : created(server, name + "_" + UUID.randomUUID().toString().replace("-", ""));
  }

  /**
   * What a process that keeps its files in a directory is told of its store, to find it again.
   *
   * @return variables of its environment; none where its store is a file in that directory
   */
  public static Map<String, String> of(String directory) {
    @Nullable String server = System.getProperty(SERVER);
    return server == null
        ? Map.of()
        : Map.of(
            "QUARKUS_DATASOURCE_JDBC_URL",
            DATABASES.computeIfAbsent(directory, d -> fresh("process")),
            "QUARKUS_DATASOURCE_USERNAME",
            USER,
            "QUARKUS_DATASOURCE_PASSWORD",
            USER);
  }

  /**
   * The same, where a commit is not acknowledged before it is on the disk; the tests' own server
   * does not wait for it otherwise.
   */
  public static Map<String, String> durable(String directory) {
    Map<String, String> settings = new HashMap<>(of(directory));
    settings.computeIfPresent(
        "QUARKUS_DATASOURCE_JDBC_URL", (name, url) -> waiting(url + WAITS_FOR_THE_DISK));
    return settings;
  }

  private static String waiting(String url) {
    try (Connection connection = driver().connect(url, login());
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select current_setting('fsync') || current_setting('synchronous_commit')")) {
      if (!row.next() || !row.getString(1).equals("onon")) {
        throw new AssertionError("the server does not wait for the disk");
      }
      return url;
    } catch (SQLException | ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static String created(String server, String database) {
    try (Connection connection = driver().connect(address(server, "postgres"), login());
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + database);
    } catch (SQLException | ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
    return address(server, database);
  }

  private static String address(String server, String database) {
    return "jdbc:postgresql://" + server + "/" + database;
  }

  private static Properties login() {
    Properties login = new Properties();
    login.setProperty("user", USER);
    login.setProperty("password", USER);
    return login;
  }

  /** Only there with the profile, and only for the loader that all classes of a test share. */
  private static Driver driver() throws ReflectiveOperationException {
    return (Driver)
        Class.forName("org.postgresql.Driver", true, ClassLoader.getSystemClassLoader())
            .getDeclaredConstructor()
            .newInstance();
  }
}
