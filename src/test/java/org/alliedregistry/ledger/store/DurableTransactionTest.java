package org.alliedregistry.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.alliedregistry.ledger.row.PrivateStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A transaction on a connection of the pool, which commits by itself once it is given back. */
class DurableTransactionTest {

  private static final String INSERT =
      "insert into access_token (id, role, issued_at, expires_at)"
          + " values ('%s', 'reader', current_timestamp, current_timestamp)";

  private final PrivateStore store = new PrivateStore();

  @SuppressWarnings("NullAway.Init") // before each test
  private AgroalDataSource pool;

  @BeforeEach
  void open() throws SQLException {
    pool =
        AgroalDataSource.from(
            new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(
                    connections ->
                        connections
                            .maxSize(1)
                            .connectionFactoryConfiguration(
                                made -> made.jdbcUrl(store.database().getUrl()))));
  }

  @AfterEach
  void close() {
    pool.close();
  }

  @ParameterizedTest
  @ValueSource(classes = {IllegalStateException.class, OutOfMemoryError.class, SQLException.class})
  void writesNothingWhereAnythingIsThrown(Class<? extends Throwable> type) throws Exception {
    DurableTransaction durably = new DurableTransaction(pool, PrivateStore.SETTINGS);
    Throwable thrown = type.getConstructor(String.class).newInstance("in the middle");

    assertThatThrownBy(
            () ->
                durably.change(
                    connection -> {
                      insert(connection, "lost");
                      throw DurableTransactionTest.<RuntimeException>unchecked(thrown);
                    }))
        .isSameAs(thrown);

    assertThat(rows()).isZero();
    durably.change(connection -> insert(connection, "kept"));
    assertThat(rows()).isEqualTo(1);
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable> T unchecked(Throwable thrown) throws T {
    throw (T) thrown;
  }

  private static void insert(Connection connection, String id) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(INSERT.formatted(id));
    }
  }

  private int rows() throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from access_token")) {
      row.next();
      return row.getInt(1);
    }
  }
}
