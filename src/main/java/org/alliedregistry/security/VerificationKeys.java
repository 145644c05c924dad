package org.alliedregistry.security;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.alliedregistry.security.token.IdentityProviderConfig;
import org.alliedregistry.security.token.LocalSigningKey;
import org.jose4j.http.Get;
import org.jose4j.http.SimpleResponse;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/**
 * Finds the key of a token: that of the local issuer, or one of the identity provider. A provider
 * that does not answer blocks only a few threads, and is not called for some seconds. Known keys
 * stay in use meanwhile, unless all those threads wait at that moment.
 */
@ApplicationScoped
class VerificationKeys implements VerificationKeyResolver {

  private static final int MAX_CONCURRENT = 8;
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final int TIMEOUT_MS = 5_000;
  private static final Duration KEPT_ON_ERROR = Duration.ofHours(1);

  /** The keys are read again for an unknown key id, but not more often than this. */
  private static final Duration READ_AGAIN = Duration.ofMinutes(1);

  private final IdentityProviderConfig identity;
  private final LocalSigningKey local;
  private final Clock clock;
  private final Get http = new Get();
  private final Semaphore free = new Semaphore(MAX_CONCURRENT);
  private volatile Instant failedAt = Instant.EPOCH;
  private @Nullable VerificationKeyResolver ofProvider;

  VerificationKeys(IdentityProviderConfig identity, LocalSigningKey local, Clock clock) {
    this.identity = identity;
    this.local = local;
    this.clock = clock;
    http.setConnectTimeout(TIMEOUT_MS);
    http.setReadTimeout(TIMEOUT_MS);
    http.setRetries(0);
  }

  /**
   * @throws UnresolvableKeyException if there is no such key; its cause is an {@link IOException}
   *     if the provider does not answer
   */
  @Override
  public Key resolveKey(JsonWebSignature token, List<JsonWebStructure> outer)
      throws UnresolvableKeyException {
    String id = token.getKeyIdHeaderValue();
    if (id == null || !(identity.isExternal() || id.equals(local.id()))) {
      throw new UnresolvableKeyException("the token names no known key");
    }
    return identity.isExternal() ? keyOfProvider(token, outer) : local.pair().getPublic();
  }

  private Key keyOfProvider(JsonWebSignature token, List<JsonWebStructure> outer)
      throws UnresolvableKeyException {
    try {
      if (!free.tryAcquire()) {
        throw new IOException("enough threads wait for the identity provider");
      }
      try {
        return provider().resolveKey(token, outer);
      } finally {
        free.release();
      }
    } catch (UnresolvableKeyException e) {
      throw e.getCause() instanceof JoseException unclear ? unreadable(failed(unclear)) : e;
    } catch (JoseException e) {
      throw unreadable(failed(e));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static UnresolvableKeyException unreadable(IOException reason) {
    return new UnresolvableKeyException("the keys of the identity provider cannot be read", reason);
  }

  private synchronized VerificationKeyResolver provider() throws IOException, JoseException {
    if (ofProvider == null) {
      HttpsJwks keys =
          new HttpsJwks(identity.jwks().isPresent() ? identity.jwks().get() : discoverJwksUri());
      keys.setSimpleHttpGet(this::get);
      keys.setRetainCacheOnErrorDuration(KEPT_ON_ERROR.toSeconds());
      keys.setRefreshReprieveThreshold(READ_AGAIN.toMillis());
      ofProvider = new HttpsJwksVerificationKeyResolver(keys);
    }
    return ofProvider;
  }

  /** The URL of the keys from the provider's discovery document (OpenID Connect Discovery 1.0). */
  private String discoverJwksUri() throws IOException, JoseException {
    String issuer = identity.issuer().orElseThrow();
    String document = issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration";
    Map<String, Object> found = JsonUtil.parseJson(get(document).getBody());
    if (!issuer.equals(found.get("issuer")) || !(found.get("jwks_uri") instanceof String keys)) {
      throw failed(new IOException(document + " is not that of the issuer, or names no keys"));
    }
    return keys;
  }

  private SimpleResponse get(String address) throws IOException {
    if (clock.instant().isBefore(failedAt.plus(PAUSE))) {
      throw new IOException("the identity provider did not answer some seconds ago");
    }
    try {
      return http.get(address);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Begins a pause, in which the provider is not called. */
  private IOException failed(Exception e) {
    failedAt = clock.instant();
    Log.warn("the keys of the identity provider cannot be read; tokens with other keys get 503");
    return e instanceof IOException unread ? unread : new IOException(e);
  }
}
