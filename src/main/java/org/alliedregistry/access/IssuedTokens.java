package org.alliedregistry.access;

import io.quarkus.logging.Log;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.alliedregistry.ledger.Repeatedly;
import org.alliedregistry.ledger.TokenRow;
import org.alliedregistry.ledger.TokenRows;
import org.alliedregistry.problem.Refusal;
import org.alliedregistry.problem.Stopping;
import org.jspecify.annotations.Nullable;

/** The tokens of the local issuer, in memory: no request asks the store for its token. */
@ApplicationScoped
class IssuedTokens {

  private final TokenRows rows;
  private final Clock clock;
  private final Stopping stopping;
  private volatile Map<String, TokenRow> known = Map.of();
  private final AtomicBoolean isBlind = new AtomicBoolean();

  IssuedTokens(TokenRows rows, Clock clock, Stopping stopping) {
    this.rows = rows;
    this.clock = clock;
    this.stopping = stopping;
  }

  /** From now on, looks now and then what other nodes issued and revoked. */
  void watch(Vertx vertx, Identity identity) {
    Repeatedly.run(vertx, stopping, identity.refresh(), this::tryToReload);
  }

  private void tryToReload() {
    try {
      reload();
      isBlind.set(false);
    } catch (Refusal e) {
      if (!isBlind.getAndSet(true)) {
        Log.warn("which tokens are revoked cannot be read; those known to be stay so");
      }
    }
  }

  /** Reads all that have not expired. */
  synchronized void reload() {
    Map<String, TokenRow> read = new LinkedHashMap<>();
    rows.since(clock.instant()).forEach(row -> read.put(row.id(), row));
    known = read;
  }

  /** All that have not expired, the oldest first. */
  List<TokenRow> all() {
    Instant now = clock.instant();
    return known.values().stream().filter(row -> row.expiresAt().isAfter(now)).toList();
  }

  Optional<TokenRow> find(String id) {
    return Optional.ofNullable(known.get(id));
  }

  /** Whether it was issued here and is not revoked. */
  boolean holds(@Nullable String id) {
    TokenRow row = id == null ? null : known.get(id);
    return row != null && row.revokedAt() == null;
  }

  void add(TokenRow row) {
    rows.add(row);
    reload();
  }

  void revoke(String id) {
    rows.revoke(id, clock.instant());
    reload();
  }
}
