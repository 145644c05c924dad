package org.alliedregistry.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.alliedregistry.ledger.row.PrivateStore;
import org.alliedregistry.support.PrivateStores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A transaction of the framework: all of it or nothing, whatever is thrown. */
@QuarkusTest
@TestProfile(PrivateStores.class)
class StoreTransactionsTest {

  private final PrivateStore store = new PrivateStore();
  private final HeadWitness witness = new HeadWitness(PrivateStore.SETTINGS);

  @SuppressWarnings("NullAway.Init") // the framework fills it
  @Inject
  StoreTransactions transactions;

  private void insert() {
    witness.recordInTransaction(new LedgerHead(1, "0".repeat(64)));
    witness.flush();
  }

  @ParameterizedTest
  @ValueSource(classes = {IllegalStateException.class, OutOfMemoryError.class, SQLException.class})
  void writesNothingWhereAnythingIsThrown(Class<? extends Throwable> type) throws Exception {
    Throwable thrown = type.getConstructor(String.class).newInstance("in the middle");

    assertThatThrownBy(
            () ->
                transactions.change(
                    () -> {
                      insert();
                      throw StoreTransactionsTest.<RuntimeException>unchecked(thrown);
                    }))
        .isSameAs(thrown);

    assertThat(rows()).isZero();
    transactions.change(this::insert);
    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void saysWhatTheDatabaseSaid() {
    assertThatThrownBy(
            () -> transactions.change(() -> witness.persist(new LedgerHeadRow(tooLong()))))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("22001"));
    assertThatThrownBy(
            () ->
                transactions.change(
                    () -> {
                      insert();
                      witness.getEntityManager().clear();
                      witness.persist(new LedgerHeadRow(new LedgerHead(2, "1")));
                    }))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("23505"));
  }

  /** A refusal is told by the registry, and not once more with traces by whom it goes through. */
  @Test
  void logsNothingByItselfOfWhatIsRefused() {
    Logger coordinator = Logger.getLogger("com.arjuna");
    List<LogRecord> logged = new CopyOnWriteArrayList<>();
    Handler listening = listener(logged);
    coordinator.addHandler(listening);
    try {
      saysWhatTheDatabaseSaid();
      assertThatThrownBy(
              () ->
                  transactions.change(
                      () -> {
                        witness.persist(new LedgerHeadRow(tooLong()));
                        throw new SQLException("in the middle");
                      }))
          .isInstanceOf(SQLException.class);
    } finally {
      coordinator.removeHandler(listening);
    }

    assertThat(logged).filteredOn(record -> coordinator.isLoggable(record.getLevel())).isEmpty();
    assertThat(coordinator.isLoggable(org.jboss.logmanager.Level.ERROR))
        .as("what fails to be undone is told")
        .isTrue();
  }

  private static Handler listener(List<LogRecord> logged) {
    return new Handler() {
      @Override
      public void publish(LogRecord record) {
        logged.add(record);
      }

      @Override
      public void flush() {
        // nothing is held back
      }

      @Override
      public void close() {
        // nothing is open
      }
    };
  }

  private static LedgerHead tooLong() {
    return new LedgerHead(1, "0".repeat(65));
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable> T unchecked(Throwable thrown) throws T {
    throw (T) thrown;
  }

  private int rows() throws SQLException {
    try (Connection connection = store.database().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from ledger_head")) {
      row.next();
      return row.getInt(1);
    }
  }
}
