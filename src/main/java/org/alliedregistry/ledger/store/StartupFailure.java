package org.alliedregistry.ledger.store;

import io.smallrye.config.ConfigValidationException;
import java.net.BindException;
import java.net.SocketException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.alliedregistry.problem.StartupRefused;
import org.alliedregistry.settings.SettingErrors;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.h2.api.ErrorCode;
import org.hibernate.tool.schema.spi.SchemaManagementException;
import org.jspecify.annotations.Nullable;

/** Describes in one line why the service does not start, and what to do. */
public final class StartupFailure {

  private static final String NOT_OURS =
      "is damaged, or was not made by this service; restore a backup, or name another directory in"
          + " REGISTRY_DATA_DIR";

  private static final String OTHER_RELEASE =
      "the tables of the store are those of another release; start the release that used it last,"
          + " or restore a backup";

  private static final String NOT_MIGRATED =
      "the migration of the store to this release is not complete; restore the backup that was made"
          + " before, and start again";

  /** By the codes of the embedded store. */
  private static final Map<Integer, String> EMBEDDED =
      Map.of(
          ErrorCode.DATABASE_ALREADY_OPEN_1,
          "is open in another process; stop that one, or name another directory in"
              + " REGISTRY_DATA_DIR",
          ErrorCode.DATABASE_IS_READ_ONLY,
          "cannot be written; allow it, or name another directory in REGISTRY_DATA_DIR",
          ErrorCode.FILE_CORRUPTED_1,
          NOT_OURS,
          ErrorCode.FILE_VERSION_ERROR_1,
          NOT_OURS,
          ErrorCode.WRONG_USER_OR_PASSWORD,
          NOT_OURS,
          ErrorCode.IO_EXCEPTION_1,
          "cannot be read or written; check its permissions and the disk",
          ErrorCode.IO_EXCEPTION_2,
          "cannot be read or written; check its permissions and the disk");

  /** By the first characters of the SQL states of PostgreSQL. */
  private static final Map<String, String> SERVER =
      Map.of(
          "08",
          "PostgreSQL cannot be reached; start it, or correct QUARKUS_DATASOURCE_JDBC_URL",
          "28",
          "PostgreSQL does not let this user in; correct QUARKUS_DATASOURCE_USERNAME and"
              + " QUARKUS_DATASOURCE_PASSWORD",
          "3D",
          "PostgreSQL has no such database; make it, or correct QUARKUS_DATASOURCE_JDBC_URL",
          "42501",
          "PostgreSQL does not let this user make or change the tables; grant it");

  private StartupFailure() {}

  /**
   * The line; empty if the failure is not known here.
   *
   * @param dataDir null if it is not known
   */
  public static Optional<String> reason(Throwable failure, @Nullable Path dataDir) {
    List<Throwable> chain =
        Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(100).toList();
    return first(chain, ConfigValidationException.class)
        .map(SettingErrors::of)
        .or(() -> first(chain, StartupRefused.class).map(StartupRefused::getMessage))
        .or(() -> first(chain, BindException.class).map(StartupFailure::ofPort))
        .or(() -> first(chain, SchemaManagementException.class).map(StartupFailure::ofTables))
        .or(() -> first(chain, FlywayValidateException.class).map(StartupFailure::ofMigrations))
        .or(() -> ofDirectory(chain, dataDir))
        .or(() -> first(chain, SQLException.class).flatMap(e -> ofStore(e, dataDir)));
  }

  /** Flyway records a migration that failed, where the store cannot roll it back. */
  private static String ofMigrations(FlywayValidateException e) {
    return String.valueOf(e.getMessage()).contains("failed migration")
        ? NOT_MIGRATED
        : OTHER_RELEASE;
  }

  private static <T> Optional<T> first(List<Throwable> chain, Class<T> type) {
    return chain.stream().filter(type::isInstance).map(type::cast).findFirst();
  }

  /** The fault of the data directory, unless a socket failed, which has a message of its own. */
  private static Optional<String> ofDirectory(List<Throwable> chain, @Nullable Path dataDir) {
    return dataDir == null || first(chain, SocketException.class).isPresent()
        ? Optional.empty()
        : DataDirectory.fault(dataDir);
  }

  /** It names tables and columns, and nothing that is stored. */
  private static String ofTables(SchemaManagementException e) {
    return "the tables of the store are not those of this release ("
        + e.getMessage()
        + "); undo what was changed in them by hand, or restore a backup";
  }

  private static String ofPort(BindException e) {
    return "the service cannot listen on an address ("
        + e.getMessage()
        + "); stop the process that uses it, or correct QUARKUS_HTTP_PORT and QUARKUS_HTTP_HOST, or"
        + " QUARKUS_MANAGEMENT_PORT and QUARKUS_MANAGEMENT_HOST";
  }

  private static Optional<String> ofStore(SQLException e, @Nullable Path dataDir) {
    if (EMBEDDED.containsKey(e.getErrorCode())) {
      return Optional.of("the store in " + dataDir + " " + EMBEDDED.get(e.getErrorCode()));
    }
    if (String.valueOf(e.getMessage()).startsWith("Driver does not support the provided URL")) {
      return Optional.of(
          "QUARKUS_DATASOURCE_JDBC_URL (quarkus.datasource.jdbc.url) is not for the database that"
              + " this service was built for; correct it, or build the service for the other"
              + " database");
    }
    String state = String.valueOf(e.getSQLState());
    return SERVER.entrySet().stream()
        .filter(known -> e.getErrorCode() == 0 && state.startsWith(known.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
