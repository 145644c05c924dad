package org.alliedregistry.ledger;

import java.sql.SQLException;
import java.util.List;

/** What the SQL state of a failed commit shows (ISO 9075, class in the first two characters). */
final class CommitFailure {

  /** The SQL state for a row whose key exists already. */
  private static final String UNIQUE_VIOLATION = "23505";

  /** The classes of SQL states for data that the store refuses; the transaction is rolled back. */
  private static final List<String> DATA_ERRORS = List.of("22", "23", "54");

  private CommitFailure() {}

  /**
   * Whether a key exists already: another node took the sequence, or the idempotency key is that of
   * a commit whose result was not known. Nothing is written.
   */
  static boolean isKeyTaken(SQLException failure) {
    return UNIQUE_VIOLATION.equals(failure.getSQLState());
  }

  /** Whether the store refuses the data for another reason. Nothing is written. */
  static boolean isRefusedData(SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    return !isKeyTaken(failure) && DATA_ERRORS.stream().anyMatch(state::startsWith);
  }
}
