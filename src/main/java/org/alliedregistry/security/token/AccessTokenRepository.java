package org.alliedregistry.security.token;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.alliedregistry.ledger.store.StoreErrors;
import org.alliedregistry.ledger.store.StoreTransactions;
import org.alliedregistry.problem.ProblemException;

/**
 * The issued tokens. They are not in the ledger, because their rows are deleted when they expire.
 */
@ApplicationScoped
class AccessTokenRepository implements PanacheRepositoryBase<AccessTokenRow, String> {

  private final StoreTransactions transactions;

  AccessTokenRepository(StoreTransactions transactions) {
    this.transactions = transactions;
  }

  /** The tokens that have not expired at an instant, the oldest first. */
  List<AccessToken> since(Instant instant) {
    try {
      return transactions.read(
          () ->
              find("expiresAt > ?1 order by issuedAt, id", instant)
                  .project(AccessToken.class)
                  .list());
    } catch (SQLException e) {
      throw StoreErrors.silently();
    }
  }

  /**
   * Adds a token, and deletes the expired ones.
   *
   * @throws ProblemException if the store fails
   */
  void add(AccessToken token) {
    change(
        () -> {
          delete("expiresAt <= ?1", token.issuedAt());
          persist(new AccessTokenRow(token));
        });
  }

  /** Revokes a token. The instant of the first call is kept. */
  void revoke(String id, Instant at) {
    change(() -> update("revokedAt = ?1 where id = ?2 and revokedAt is null", at, id));
  }

  private void change(StoreTransactions.Change change) {
    try {
      transactions.change(change);
    } catch (SQLException e) {
      throw StoreErrors.ofWrite(e);
    }
  }
}
