package org.alliedregistry.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.ProblemType;

/**
 * Takes a bearer token for what it says of its bearer, once it is verified. A verified one is
 * remembered, since its signature does not change; whether it is over or revoked is asked each
 * time.
 */
@ApplicationScoped
class BearerTokenIdentityProvider implements IdentityProvider<TokenAuthenticationRequest> {

  /** The part of the heap that all remembered tokens together may take. */
  private static final int HEAP_SHARE = 64;

  /** What each takes besides the token itself and what it says of its bearer. */
  private static final int OVERHEAD = 1_000;

  private static final Duration REMEMBERED = Duration.ofMinutes(10);

  /** Before the framework's own, which remembers nothing. */
  private static final int FIRST = 2_000;

  private final TokenVerifier verifier;
  private final TokenValidity validity;
  private final Cache<String, SecurityIdentity> verified =
      Caffeine.newBuilder()
          .maximumWeight(Runtime.getRuntime().maxMemory() / HEAP_SHARE)
          .weigher((String token, SecurityIdentity bearer) -> OVERHEAD + 2 * token.length())
          .expireAfterWrite(REMEMBERED)
          .scheduler(Scheduler.systemScheduler())
          .build();

  BearerTokenIdentityProvider(TokenVerifier verifier, TokenValidity validity) {
    this.verifier = verifier;
    this.validity = validity;
  }

  @Override
  public Class<TokenAuthenticationRequest> getRequestType() {
    return TokenAuthenticationRequest.class;
  }

  @Override
  public int priority() {
    return FIRST;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      TokenAuthenticationRequest request, AuthenticationRequestContext context) {
    String token = request.getToken().getToken();
    SecurityIdentity known = verified.getIfPresent(token);
    return known != null && validity.isValid((TokenPrincipal) known.getPrincipal())
        ? Uni.createFrom().item(known)
        : context.runBlocking(() -> verify(token));
  }

  private SecurityIdentity verify(String token) {
    try {
      TokenPrincipal principal = verifier.verify(token);
      QuarkusSecurityIdentity.Builder identity =
          QuarkusSecurityIdentity.builder().setPrincipal(principal);
      if (principal.role() != null) {
        identity.addRole(principal.role());
      }
      SecurityIdentity known = identity.build();
      verified.put(token, known);
      return known;
    } catch (ProblemException e) {
      verified.invalidate(token);
      throw new AuthenticationFailedException(e);
    }
  }

  /** Why a token is not taken. */
  static ProblemException refused(String why) {
    return ProblemException.because(ProblemType.UNAUTHENTICATED, why);
  }
}
