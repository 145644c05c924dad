package org.alliedregistry.ledger.row;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.ProblemType;

/**
 * What was replied under the keys of requests, for a day. Beside the ledger, not in it: rows go
 * when their time is over.
 */
@ApplicationScoped
public class IdempotentResponseRepository {

  static final Duration KEPT = Duration.ofHours(24);

  private static final String SELECT =
      "select request_digest, status, location, etag, media_type, body from kept_reply"
          + " where caller = ? and idempotency_key = ? and kept_at > ?";
  private static final String INSERT =
      "insert into kept_reply (caller, idempotency_key, request_digest, kept_at, status, location,"
          + " etag, media_type, body) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String DELETE_ITS_OWN =
      "delete from kept_reply where caller = ? and idempotency_key = ? and kept_at <= ?";

  /** A few of the oldest with each that comes: nothing piles up, and no write waits for many. */
  private static final String DELETE_OLD =
      "delete from kept_reply where (caller, idempotency_key) in (select caller, idempotency_key"
          + " from kept_reply where kept_at <= ? order by kept_at fetch first 100 rows only)";

  private static final String SELECT_SIZE =
      "select coalesce(sum(octet_length(body)), 0) from kept_reply where caller = ?";

  private static final long MOST_KEPT = 10_000_000;

  private final DataSource database;
  private final Clock clock;

  public IdempotentResponseRepository(DataSource database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * What was replied to this request before.
   *
   * @throws ProblemException where the key was used for another request
   */
  public Optional<StoredResponse> find(IdempotencyKey key) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(SELECT)) {
      select.setString(1, key.caller());
      select.setString(2, key.key());
      select.setObject(3, oldest());
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        if (!key.digest().equals(row.getString(1))) {
          throw ProblemException.because(
              ProblemType.IDEMPOTENCY_KEY_REUSED,
              "Within the last 24 hours this Idempotency-Key stood on another path or body.");
        }
        return Optional.of(
            new StoredResponse(
                row.getInt(2),
                row.getString(3),
                row.getString(4),
                Objects.requireNonNull(row.getString(5)),
                Objects.requireNonNull(row.getBytes(6)),
                true));
      }
    }
  }

  /** Nobody who may only ask fills the store by asking. */
  public void refuseTooMuch(String caller) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(SELECT_SIZE)) {
      select.setString(1, caller);
      try (ResultSet row = select.executeQuery()) {
        if (row.next() && row.getLong(1) > MOST_KEPT) {
          throw ProblemException.because(
              ProblemType.QUOTA_EXCEEDED,
              "The answers kept for you today have 10 MB already: ask without the key.");
        }
      }
    }
  }

  /** Adds one in the transaction of the connection, and clears what is over. */
  void add(Connection connection, IdempotentResponse kept) throws SQLException {
    IdempotencyKey key = kept.key();
    StoredResponse reply = kept.reply();
    try (PreparedStatement own = connection.prepareStatement(DELETE_ITS_OWN);
        PreparedStatement old = connection.prepareStatement(DELETE_OLD);
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      own.setString(1, key.caller());
      own.setString(2, key.key());
      own.setObject(3, oldest());
      own.executeUpdate();
      old.setObject(1, oldest());
      old.executeUpdate();
      insert.setString(1, key.caller());
      insert.setString(2, key.key());
      insert.setString(3, key.digest());
      insert.setObject(4, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
      insert.setInt(5, reply.status());
      insert.setString(6, reply.location());
      insert.setString(7, reply.tag());
      insert.setString(8, reply.mediaType());
      insert.setBytes(9, reply.body());
      insert.executeUpdate();
    }
  }

  /** What was kept by then is over. */
  private OffsetDateTime oldest() {
    return OffsetDateTime.ofInstant(clock.instant().minus(KEPT), ZoneOffset.UTC);
  }
}
