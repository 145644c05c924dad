package org.alliedregistry.ledger.row;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.ProblemType;
import org.hibernate.StatelessSession;

/**
 * The stored responses by idempotency key. They are not in the ledger, because their rows are
 * deleted after a day.
 */
@ApplicationScoped
class IdempotentResponseRepository
    implements PanacheRepositoryBase<IdempotentResponseRow, IdempotentResponseRow.Key> {

  static final Duration KEPT_FOR = Duration.ofHours(24);

  /** Each write deletes up to this many expired rows, so that no write waits for many. */
  private static final String OLD =
      "id in (select r.id from IdempotentResponseRow r where r.keptAt <= ?1 order by r.keptAt fetch"
          + " first 100 rows only)";

  private final StatelessSession session;
  private final Clock clock;

  IdempotentResponseRepository(StatelessSession session, Clock clock) {
    this.session = session;
    this.clock = clock;
  }

  /**
   * The stored response to this request.
   *
   * @throws ProblemException if the key was used for another request
   */
  Optional<StoredResponse> find(IdempotencyKey key) {
    Optional<IdempotentResponseRow> kept =
        findByIdOptional(IdempotentResponseRow.id(key)).filter(row -> row.keptAt.isAfter(oldest()));
    if (kept.isPresent() && !kept.get().requestDigest.equals(key.digest())) {
      throw ProblemException.because(
          ProblemType.IDEMPOTENCY_KEY_REUSED,
          "Within the last 24 hours this Idempotency-Key was used with another path or body.");
    }
    return kept.map(IdempotentResponseRow::repeated);
  }

  /** Adds a response, and deletes expired ones. */
  void add(IdempotentResponse kept) {
    delete("id = ?1 and keptAt <= ?2", IdempotentResponseRow.id(kept.key()), oldest());
    delete(OLD, oldest());
    session.insert(new IdempotentResponseRow(kept, clock.instant()));
  }

  /** Responses stored before this instant have expired. */
  private Instant oldest() {
    return clock.instant().minus(KEPT_FOR);
  }
}
