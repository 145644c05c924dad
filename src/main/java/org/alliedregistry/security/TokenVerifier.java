package org.alliedregistry.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.security.token.IdentityProviderConfig;
import org.alliedregistry.security.token.IssuedTokenCache;
import org.alliedregistry.security.token.Role;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jspecify.annotations.Nullable;

/** Verifies the signature of a token and reads its claims. */
@ApplicationScoped
class TokenVerifier {

  private static final String ALLY = "[A-Z][A-Z0-9_]{1,19}";

  /** One parser for all tokens, because it caches the provider's keys. */
  private final JWTCallerPrincipalFactory parser = new DefaultJWTCallerPrincipalFactory();

  private final JwtTrustConfiguration trust;
  private final IdentityProviderCircuitBreaker circuitBreaker;
  private final IssuedTokenCache issued;
  private final IdentityProviderConfig identity;
  private final ObjectMapper json;
  private final Clock clock;
  private final FutureTokenWarning futureTokenWarning;

  TokenVerifier(
      JwtTrustConfiguration trust,
      IdentityProviderCircuitBreaker circuitBreaker,
      IssuedTokenCache issued,
      IdentityProviderConfig identity,
      ObjectMapper json,
      Clock clock) {
    this.trust = trust;
    this.circuitBreaker = circuitBreaker;
    this.issued = issued;
    this.identity = identity;
    this.json = json;
    this.clock = clock;
    this.futureTokenWarning = new FutureTokenWarning(clock);
  }

  /**
   * Verifies a token.
   *
   * @throws ProblemException if it is not accepted, with the reason
   */
  TokenPrincipal verify(String token) {
    try {
      trust.requireKnownKeyId(part(token, 0));
      if (identity.isExternal()) {
        circuitBreaker.call(() -> parser.parse(token, trust.authContext()));
      } else {
        parser.parse(token, trust.authContext());
      }
      TokenPrincipal principal = read(part(token, 1));
      refuseUnlessIssued(principal);
      return principal;
    } catch (ParseException e) {
      throw BearerTokenIdentityProvider.refused(reason(e));
    } catch (IOException | IllegalArgumentException | DateTimeException | ClassCastException e) {
      throw BearerTokenIdentityProvider.refused("What was sent is no token.");
    }
  }

  private JsonNode part(String token, int index) throws IOException {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException("a signed token has three parts");
    }
    return json.readTree(Base64.getUrlDecoder().decode(parts[index]));
  }

  private TokenPrincipal read(JsonNode claims) {
    Instant issuedAt = Instant.ofEpochSecond(claims.path("iat").asLong());
    Instant expiresAt = Instant.ofEpochSecond(claims.path("exp").asLong());
    if (issuedAt.minus(identity.clockSkew()).isAfter(clock.instant())) {
      futureTokenWarning.log(issuedAt);
      throw BearerTokenIdentityProvider.refused(FutureTokenWarning.NOT_VALID_YET);
    }
    if (claims.path("sub").asText().isEmpty()) {
      throw BearerTokenIdentityProvider.refused("The token does not name its subject.");
    }
    String named = claim(claims, identity.allyClaim()).asText("");
    String ally = named.matches(ALLY) ? named : null;
    String role = role(texts(claim(claims, identity.roleClaim())), ally);
    return new TokenPrincipal(
        role,
        Role.DELEGATE.equals(role) ? ally : null,
        claims.path("sub").asText(),
        claims.path("jti").asText(null),
        expiresAt.plus(identity.clockSkew()));
  }

  /** The strongest role that is named. The role of a delegate needs an ally. */
  private static @Nullable String role(List<String> named, @Nullable String ally) {
    return Role.ALL.stream()
        .filter(named::contains)
        .filter(role -> ally != null || !role.equals(Role.DELEGATE))
        .findFirst()
        .orElse(null);
  }

  /** A claim by its name, or by its path within another claim. */
  private static JsonNode claim(JsonNode claims, String name) {
    return claims.has(name) ? claims.get(name) : claims.at("/" + name);
  }

  /** The items of a list, or of one text that is separated by spaces. */
  private static List<String> texts(JsonNode claim) {
    List<String> texts = new ArrayList<>();
    claim.forEach(item -> texts.add(item.asText()));
    return claim.isTextual() ? List.of(claim.asText().split(" ")) : texts;
  }

  private void refuseUnlessIssued(TokenPrincipal principal) {
    if (identity.isExternal()) {
      return;
    }
    String id = principal.tokenId();
    if (id != null && issued.find(id).isEmpty()) {
      issued.reload();
    }
    if (id == null || issued.find(id).isEmpty()) {
      throw BearerTokenIdentityProvider.refused("The token is none that this registry issued.");
    }
    if (!issued.isActive(id)) {
      throw BearerTokenIdentityProvider.refused("The token was revoked.");
    }
  }

  private static String reason(ParseException e) {
    InvalidJwtException invalid = cause(e, InvalidJwtException.class);
    if (invalid != null && invalid.hasErrorCode(ErrorCodes.EXPIRED)) {
      return "The token has expired.";
    }
    return invalid != null && invalid.hasErrorCode(ErrorCodes.NOT_YET_VALID)
        ? FutureTokenWarning.NOT_VALID_YET
        : "The token is not one that this registry takes.";
  }

  static <T extends Throwable> @Nullable T cause(Throwable e, Class<T> type) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return type.cast(cause);
      }
    }
    return null;
  }
}
