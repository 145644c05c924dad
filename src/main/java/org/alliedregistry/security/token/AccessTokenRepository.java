package org.alliedregistry.security.token;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.alliedregistry.ledger.store.DurableTransaction;
import org.alliedregistry.ledger.store.StoreErrors;
import org.alliedregistry.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The tokens that were given out. Beside the ledger, not in it: rows go when their time is over.
 */
@ApplicationScoped
public class AccessTokenRepository {

  private static final String SELECT =
      "select id, role, ally, issued_at, expires_at, revoked_at from access_token"
          + " where expires_at > ? order by issued_at, id";
  private static final String INSERT =
      "insert into access_token (id, role, ally, issued_at, expires_at) values (?, ?, ?, ?, ?)";
  private static final String DELETE_OLD = "delete from access_token where expires_at <= ?";
  private static final String REVOKE =
      "update access_token set revoked_at = ? where id = ? and revoked_at is null";

  private final DataSource database;
  private final DurableTransaction durably;

  AccessTokenRepository(DataSource database, DurableTransaction durably) {
    this.database = database;
    this.durably = durably;
  }

  /** All that have not expired at an instant, the oldest first. */
  public List<AccessToken> since(Instant instant) {
    List<AccessToken> rows = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(SELECT)) {
      select.setObject(1, utc(instant));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rows.add(
              new AccessToken(
                  row.getString(1),
                  row.getString(2),
                  row.getString(3),
                  row.getObject(4, OffsetDateTime.class).toInstant(),
                  row.getObject(5, OffsetDateTime.class).toInstant(),
                  instant(row.getObject(6, OffsetDateTime.class))));
        }
      }
      return rows;
    } catch (SQLException e) {
      throw StoreErrors.silently();
    }
  }

  /**
   * Adds one, and clears those whose time is over.
   *
   * @throws ProblemException where the store fails
   */
  public void add(AccessToken row) {
    change(
        connection -> {
          try (PreparedStatement old = connection.prepareStatement(DELETE_OLD);
              PreparedStatement insert = connection.prepareStatement(INSERT)) {
            old.setObject(1, utc(row.issuedAt()));
            old.executeUpdate();
            insert.setString(1, row.id());
            insert.setString(2, row.role());
            insert.setString(3, row.ally());
            insert.setObject(4, utc(row.issuedAt()));
            insert.setObject(5, utc(row.expiresAt()));
            insert.executeUpdate();
          }
        });
  }

  /** Notes that one no longer holds; the first time counts. */
  public void revoke(String id, Instant at) {
    change(
        connection -> {
          try (PreparedStatement revoke = connection.prepareStatement(REVOKE)) {
            revoke.setObject(1, utc(at));
            revoke.setString(2, id);
            revoke.executeUpdate();
          }
        });
  }

  private void change(DurableTransaction.Change change) {
    try {
      durably.change(change);
    } catch (SQLException e) {
      throw StoreErrors.ofWrite(e);
    }
  }

  private static OffsetDateTime utc(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }
}
