package org.alliedregistry.security.token;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Root;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.alliedregistry.ledger.store.StoreErrors;
import org.alliedregistry.ledger.store.StoreTransactions;
import org.alliedregistry.problem.ProblemException;
import org.hibernate.StatelessSession;

/**
 * The issued tokens. They are not in the ledger, because their rows are deleted when they expire.
 */
@ApplicationScoped
class AccessTokenRepository implements PanacheRepositoryBase<AccessTokenRow, String> {

  private final StatelessSession session;
  private final StoreTransactions transactions;

  AccessTokenRepository(StatelessSession session, StoreTransactions transactions) {
    this.session = session;
    this.transactions = transactions;
  }

  /** The tokens that have not expired at an instant, the oldest first. */
  List<AccessToken> since(Instant instant) {
    try {
      return transactions.read(
          () -> session.createSelectionQuery(unexpired(instant)).getResultList());
    } catch (SQLException e) {
      throw StoreErrors.silently();
    }
  }

  /** A criteria query, because the start makes it and to load the parser of HQL takes long. */
  private CriteriaQuery<AccessToken> unexpired(Instant instant) {
    CriteriaBuilder builder = session.getCriteriaBuilder();
    CriteriaQuery<AccessToken> query = builder.createQuery(AccessToken.class);
    Root<AccessTokenRow> row = query.from(AccessTokenRow.class);
    return query
        .select(
            builder.construct(
                AccessToken.class,
                row.get("id"),
                row.get("role"),
                row.get("ally"),
                row.get("issuedAt"),
                row.get("expiresAt"),
                row.get("revokedAt")))
        .where(builder.greaterThan(row.get("expiresAt"), instant))
        .orderBy(builder.asc(row.get("issuedAt")), builder.asc(row.get("id")));
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
