package org.alliedregistry.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.jwt.KeyFormat;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.util.EnumSet;
import java.util.Set;
import org.alliedregistry.security.token.IdentityProviderConfig;
import org.alliedregistry.security.token.LocalSigningKey;
import org.alliedregistry.security.token.LocalTokenIssuer;
import org.jspecify.annotations.Nullable;

/** The keys, the issuer and the audience that a token must have. */
@ApplicationScoped
class JwtTrustConfiguration {

  private static final int KEYS_KEPT_MINUTES = 60;
  private static final int TIMEOUT_MS = 5_000;
  private static final Set<SignatureAlgorithm> OF_PROVIDERS =
      EnumSet.of(
          SignatureAlgorithm.RS256,
          SignatureAlgorithm.RS384,
          SignatureAlgorithm.RS512,
          SignatureAlgorithm.PS256,
          SignatureAlgorithm.PS384,
          SignatureAlgorithm.PS512,
          SignatureAlgorithm.ES256,
          SignatureAlgorithm.ES384,
          SignatureAlgorithm.ES512,
          SignatureAlgorithm.EDDSA);

  private final IdentityProviderConfig identity;
  private final LocalSigningKey key;
  private final ObjectMapper json;
  private volatile @Nullable JWTAuthContextInfo authContext;

  JwtTrustConfiguration(IdentityProviderConfig identity, LocalSigningKey key, ObjectMapper json) {
    this.identity = identity;
    this.key = key;
    this.json = json;
  }

  /** The settings that a token is verified with. */
  JWTAuthContextInfo authContext() throws ParseException {
    JWTAuthContextInfo known = authContext;
    if (known != null) {
      return known;
    }
    JWTAuthContextInfo info = baseAuthContext();
    if (identity.isExternal()) {
      info.setIssuedBy(identity.issuer().orElseThrow());
      info.setPublicKeyLocation(
          identity.jwks().isPresent() ? identity.jwks().get() : discoverJwksUri());
      info.setKeyFormat(KeyFormat.JWK);
      info.setForcedJwksRefreshInterval(1);
      info.setJwksRetainCacheOnErrorDuration(KEYS_KEPT_MINUTES);
      info.setSignatureAlgorithm(OF_PROVIDERS);
    }
    authContext = info;
    return info;
  }

  /** The framework needs such a bean too, for a verification that this service does not use. */
  @Produces
  @Alternative
  @Priority(1)
  @ApplicationScoped
  JWTAuthContextInfo baseAuthContext() {
    JWTAuthContextInfo info = new JWTAuthContextInfo();
    if (!identity.isExternal()) {
      info.setPublicVerificationKey(key.pair().getPublic());
      info.setIssuedBy(LocalTokenIssuer.ISSUER);
      info.setSignatureAlgorithm(EnumSet.of(SignatureAlgorithm.ES256));
    }
    info.setExpectedAudience(Set.of(identity.audience()));
    info.setClockSkew(Math.toIntExact(identity.clockSkew().toSeconds()));
    return info;
  }

  /** Refuses a header that does not name the key of the local issuer. */
  void requireKnownKeyId(JsonNode header) {
    String named = header.path("kid").asText("");
    if (identity.isExternal() ? named.isEmpty() : !named.equals(key.id())) {
      throw BearerTokenIdentityProvider.refused("The token names no key that this registry takes.");
    }
  }

  /** The URL of the keys from the provider's discovery document (OpenID Connect Discovery 1.0). */
  private String discoverJwksUri() throws ParseException {
    String issuer = identity.issuer().orElseThrow();
    String document = issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration";
    try {
      URLConnection connection = URI.create(document).toURL().openConnection();
      connection.setConnectTimeout(TIMEOUT_MS);
      connection.setReadTimeout(TIMEOUT_MS);
      try (InputStream read = connection.getInputStream()) {
        JsonNode found = json.readTree(read);
        if (!issuer.equals(found.path("issuer").asText()) || !found.path("jwks_uri").isTextual()) {
          throw new IOException(document + " is not that of the issuer, or names no keys");
        }
        return found.get("jwks_uri").asText();
      }
    } catch (IOException e) {
      throw new ParseException("the identity provider cannot be asked for its keys", e);
    }
  }
}
