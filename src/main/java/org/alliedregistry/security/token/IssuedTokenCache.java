package org.alliedregistry.security.token;

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
import org.alliedregistry.lifecycle.GracefulShutdown;
import org.alliedregistry.lifecycle.PeriodicTask;
import org.alliedregistry.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The tokens of the local issuer, in memory, so that no request reads them from the store. */
@ApplicationScoped
public class IssuedTokenCache {

  private final AccessTokenRepository rows;
  private final Clock clock;
  private final GracefulShutdown stopping;
  private volatile Map<String, AccessToken> tokens = Map.of();
  private final AtomicBoolean reloadFailing = new AtomicBoolean();

  IssuedTokenCache(AccessTokenRepository rows, Clock clock, GracefulShutdown stopping) {
    this.rows = rows;
    this.clock = clock;
    this.stopping = stopping;
  }

  /** Starts to reload the tokens periodically, because other nodes issue and revoke some. */
  void scheduleReload(Vertx vertx, IdentityProviderConfig identity) {
    PeriodicTask.run(vertx, stopping, identity.tokenReloadInterval(), this::tryToReload);
  }

  private void tryToReload() {
    try {
      reload();
      reloadFailing.set(false);
    } catch (ProblemException e) {
      if (!reloadFailing.getAndSet(true)) {
        Log.warn(
            "the list of revoked tokens cannot be read; the tokens in the last list stay revoked");
      }
    }
  }

  /** Reads all tokens that have not expired. */
  public synchronized void reload() {
    Map<String, AccessToken> read = new LinkedHashMap<>();
    rows.since(clock.instant()).forEach(row -> read.put(row.id(), row));
    tokens = read;
  }

  /** All tokens that have not expired, the oldest first. */
  List<AccessToken> all() {
    Instant now = clock.instant();
    return tokens.values().stream().filter(row -> row.expiresAt().isAfter(now)).toList();
  }

  public Optional<AccessToken> find(String id) {
    return Optional.ofNullable(tokens.get(id));
  }

  /** Whether a token was issued here and is not revoked. */
  public boolean isActive(@Nullable String id) {
    AccessToken row = id == null ? null : tokens.get(id);
    return row != null && row.revokedAt() == null;
  }

  void add(AccessToken row) {
    rows.add(row);
    reload();
  }

  void revoke(String id) {
    rows.revoke(id, clock.instant());
    reload();
  }
}
