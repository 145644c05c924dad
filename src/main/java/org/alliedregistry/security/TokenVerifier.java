package org.alliedregistry.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.ProblemType;
import org.alliedregistry.security.token.IdentityProviderConfig;
import org.alliedregistry.security.token.IssuedTokenCache;
import org.alliedregistry.security.token.LocalTokenIssuer;
import org.alliedregistry.security.token.Role;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/** Verifies the signature of a token and reads its claims. */
@ApplicationScoped
class TokenVerifier {

  private static final String ALLY = "[A-Z][A-Z0-9_]{1,19}";
  private static final String OF_LOCAL_ISSUER = "ES256";
  private static final String[] OF_PROVIDERS = {
    "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"
  };

  private final JwtConsumer parser;
  private final IssuedTokenCache issued;
  private final IdentityProviderConfig identity;
  private final ObjectMapper json;
  private final Clock clock;
  private final FutureTokenWarning futureTokenWarning;

  TokenVerifier(
      VerificationKeys keys,
      IssuedTokenCache issued,
      IdentityProviderConfig identity,
      ObjectMapper json,
      Clock clock) {
    this.parser =
        new JwtConsumerBuilder()
            .setVerificationKeyResolver(keys)
            .setJwsAlgorithmConstraints(
                ConstraintType.PERMIT,
                identity.isExternal() ? OF_PROVIDERS : new String[] {OF_LOCAL_ISSUER})
            .setExpectedIssuer(identity.issuer().orElse(LocalTokenIssuer.ISSUER))
            .setExpectedAudience(identity.audience())
            .setRequireIssuedAt()
            .setRequireExpirationTime()
            .setAllowedClockSkewInSeconds(Math.toIntExact(identity.clockSkew().toSeconds()))
            .build();
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
      String claims = parser.process(token).getJwtClaims().getRawJson();
      TokenPrincipal principal = read(json.readTree(claims));
      refuseUnlessIssued(principal);
      return principal;
    } catch (InvalidJwtException e) {
      throw refusal(e);
    } catch (IOException | DateTimeException e) {
      throw BearerTokenIdentityProvider.refused("The value after Bearer is not a token.");
    }
  }

  private TokenPrincipal read(JsonNode claims) {
    Instant issuedAt = Instant.ofEpochSecond(claims.path("iat").asLong());
    Instant expiresAt = Instant.ofEpochSecond(claims.path("exp").asLong());
    if (issuedAt.minus(identity.clockSkew()).isAfter(clock.instant())) {
      futureTokenWarning.log(issuedAt);
      throw BearerTokenIdentityProvider.refused(FutureTokenWarning.NOT_VALID_YET);
    }
    if (claims.path("sub").asText().isEmpty()) {
      throw BearerTokenIdentityProvider.refused("The token has no subject.");
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
      throw BearerTokenIdentityProvider.refused("This registry did not issue the token.");
    }
    if (!issued.isActive(id)) {
      throw BearerTokenIdentityProvider.refused("The token was revoked.");
    }
  }

  private static ProblemException refusal(InvalidJwtException e) {
    return isCausedBy(IOException.class, e)
        ? ProblemException.because(
            ProblemType.IDENTITY_PROVIDER_UNAVAILABLE,
            "The keys of the identity provider cannot be read, so no new token can be verified.")
        : BearerTokenIdentityProvider.refused(reason(e));
  }

  private static String reason(InvalidJwtException e) {
    if (e.getJwtContext().getJwtClaims() == null) {
      return "The value after Bearer is not a token.";
    }
    if (isCausedBy(UnresolvableKeyException.class, e)) {
      return "The token names a key that this registry does not know.";
    }
    if (e.hasErrorCode(ErrorCodes.EXPIRED)) {
      return "The token has expired.";
    }
    return e.hasErrorCode(ErrorCodes.NOT_YET_VALID)
        ? FutureTokenWarning.NOT_VALID_YET
        : "This registry does not accept the token.";
  }

  private static boolean isCausedBy(Class<? extends Throwable> type, Throwable e) {
    return Stream.iterate(e, Objects::nonNull, Throwable::getCause).anyMatch(type::isInstance);
  }
}
