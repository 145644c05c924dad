package org.alliedregistry.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.List;
import org.alliedregistry.security.token.IdentityProviderConfig;
import org.alliedregistry.support.MovableClock;
import org.alliedregistry.support.SilentServer;
import org.alliedregistry.support.TestIdentityProvider;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The keys of an identity provider. */
@SuppressWarnings("NullAway") // an identity provider needs no local key
class VerificationKeysTest {

  private final MovableClock clock = new MovableClock(Instant.parse("2026-06-01T12:00:00Z"));

  private VerificationKeys keys(String setting, String value) {
    IdentityProviderConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(IdentityProviderConfig.class)
            .withDefaultValue("registry.security.jwt.issuer", "http://localhost")
            .withDefaultValue("registry.security.jwt." + setting, value)
            .build()
            .getConfigMapping(IdentityProviderConfig.class);
    return new VerificationKeys(config, null, clock);
  }

  private static JsonWebSignature naming(@Nullable String key) {
    JsonWebSignature token = new JsonWebSignature();
    token.setAlgorithmHeaderValue("RS256");
    if (key != null) {
      token.setKeyIdHeaderValue(key);
    }
    return token;
  }

  @Test
  void stayInUseWhileTheProviderDoesNotAnswer() throws Exception {
    VerificationKeys keys;
    try (TestIdentityProvider provider = TestIdentityProvider.start()) {
      keys = keys("issuer", provider.issuer());
      assertThat(keys.resolveKey(naming("one"), List.of())).isInstanceOf(RSAPublicKey.class);
    }
    for (int i = 0; i < 3; i++) {
      assertThat(keys.resolveKey(naming("one"), List.of())).isInstanceOf(RSAPublicKey.class);
      assertThatThrownBy(() -> keys.resolveKey(naming("two"), List.of()))
          .isInstanceOf(UnresolvableKeyException.class);
    }
  }

  @Test
  void areNotAskedForWhereATokenNamesNone() throws Exception {
    try (TestIdentityProvider provider = TestIdentityProvider.start()) {
      VerificationKeys keys = keys("issuer", provider.issuer());

      assertThatThrownBy(() -> keys.resolveKey(naming(null), List.of()))
          .isInstanceOf(UnresolvableKeyException.class)
          .hasNoCause();
      assertThat(provider.asked()).isZero();
    }
  }

  @Test
  void areWaitedForOnlySomeSecondsAndThenNotAtOnceAgain() throws Exception {
    try (SilentServer silent = new SilentServer()) {
      VerificationKeys keys = keys("jwks", silent.address());

      for (int i = 0; i < 100; i++) {
        assertThatThrownBy(() -> keys.resolveKey(naming("one"), List.of()))
            .isInstanceOf(UnresolvableKeyException.class)
            .hasRootCauseInstanceOf(IOException.class);
      }

      assertThat(silent.connections()).isEqualTo(1);
    }
  }
}
