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
 * Verifies bearer tokens. A verified token is cached, because its signature does not change.
 * Whether it is expired or revoked is checked for each request.
 */
@ApplicationScoped
class BearerTokenIdentityProvider implements IdentityProvider<TokenAuthenticationRequest> {

  /** All cached tokens together take at most one part in this many of the heap. */
  private static final int HEAP_SHARE = 64;

  /** The memory of a cached token in bytes, besides its text. */
  private static final int OVERHEAD = 1_000;

  private static final Duration CACHED_FOR = Duration.ofMinutes(10);

  /** Higher than the priority of the framework's provider, which caches nothing. */
  private static final int PRIORITY = 2_000;

  private final TokenVerifier verifier;
  private final ActiveTokenCheck activeTokens;
  private final Cache<String, SecurityIdentity> verified =
      Caffeine.newBuilder()
          .maximumWeight(Runtime.getRuntime().maxMemory() / HEAP_SHARE)
          .weigher((String token, SecurityIdentity bearer) -> OVERHEAD + 2 * token.length())
          .expireAfterWrite(CACHED_FOR)
          .scheduler(Scheduler.systemScheduler())
          .build();

  BearerTokenIdentityProvider(TokenVerifier verifier, ActiveTokenCheck activeTokens) {
    this.verifier = verifier;
    this.activeTokens = activeTokens;
  }

  @Override
  public Class<TokenAuthenticationRequest> getRequestType() {
    return TokenAuthenticationRequest.class;
  }

  @Override
  public int priority() {
    return PRIORITY;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      TokenAuthenticationRequest request, AuthenticationRequestContext context) {
    String token = request.getToken().getToken();
    SecurityIdentity known = verified.getIfPresent(token);
    return known != null && activeTokens.isActive((TokenPrincipal) known.getPrincipal())
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

  /** The refusal of a token. */
  static ProblemException refused(String detail) {
    return ProblemException.because(ProblemType.UNAUTHENTICATED, detail);
  }
}
