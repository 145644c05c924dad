package org.alliedregistry.security;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.alliedregistry.domain.reference.Audience;
import org.alliedregistry.domain.reference.Audience.Reach;
import org.jspecify.annotations.Nullable;

/** The caller of a request, and what it may see and write. Without a token it is the public. */
@RequestScoped
public class Caller {

  private final ActiveTokenCheck activeTokens;
  private final CurrentVertxRequest request;
  private @Nullable TokenPrincipal principal;

  Caller(ActiveTokenCheck activeTokens, CurrentVertxRequest request) {
    this.activeTokens = activeTokens;
    this.request = request;
  }

  /** Sets the principal of an active token. */
  void authenticateAs(TokenPrincipal shown) {
    principal = shown;
  }

  private Optional<TokenPrincipal> principal() {
    return Optional.ofNullable(principal);
  }

  /** Whether the caller sent a token. */
  public boolean isAuthenticated() {
    return principal != null;
  }

  /** The name of the role that the caller's entries are recorded by. */
  String recordedBy() {
    return principal().map(TokenPrincipal::getName).orElse("public");
  }

  /** A key that tells callers with a token apart; it is never shown. */
  public String principalKey() {
    return principal().map(TokenPrincipal::principalKey).orElse("public");
  }

  /** The key that the limits on concurrent requests count the caller by. */
  public Requester requester() {
    return principal()
        .map(Requester::of)
        .orElseGet(() -> Requester.at(request.getCurrent().request().remoteAddress()));
  }

  /** The audience that the caller belongs to. */
  public Audience audience() {
    return principal().map(TokenPrincipal::audience).orElse(Audience.PUBLIC);
  }

  /**
   * The audience that the caller asks as.
   *
   * @param asked {@link Audience#PUBLIC} or {@link Audience#COALITION}; null = the caller's own
   * @throws UnauthorizedException if the caller has no token and sees less than that audience
   */
  public Audience audience(@Nullable Audience asked) {
    Audience own = audience();
    if (asked == null) {
      return own;
    }
    if (asked.reach() != Reach.PUBLIC && own.reach() == Reach.PUBLIC) {
      throw new UnauthorizedException();
    }
    return asked;
  }

  /** Whether the caller may continue to read a stream: while its token is active. */
  public BooleanSupplier stillAuthorized() {
    TokenPrincipal shown = principal;
    return shown == null ? () -> true : () -> activeTokens.isActive(shown);
  }

  /** The caller as the author of a write. */
  public Author author() {
    return new Author(recordedBy(), audience(), principal().map(TokenPrincipal::ally).orElse(null));
  }
}
