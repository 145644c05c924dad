package org.alliedregistry.ledger.row;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.alliedregistry.ledger.store.LedgerConfig;

/**
 * Tells other nodes that something is recorded, where the store can: in the transaction that
 * records it, so that they hear of it once it is there. It says up to which sequence, and nothing
 * of what it is.
 */
@ApplicationScoped
public class CommitNotifier {

  private final Optional<String> statement;

  CommitNotifier(LedgerConfig config) {
    this.statement = config.notifyStatement();
  }

  /** Whether there is anything to hear. */
  public boolean isEnabled() {
    return statement.isPresent();
  }

  void notifyCommit(Connection connection, List<PendingEntry> added) throws SQLException {
    if (isEnabled() && !added.isEmpty()) {
      long last = added.get(added.size() - 1).link().sequence();
      try (PreparedStatement notify = connection.prepareStatement(statement.get())) {
        notify.setString(1, Long.toString(last));
        notify.execute();
      }
    }
  }
}
