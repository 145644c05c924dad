package org.alliedregistry.security.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.alliedregistry.settings.AddressConverter;
import org.alliedregistry.settings.TimeSpanConverter;

/** Whose tokens are taken. */
@ConfigMapping(prefix = "registry.security.jwt")
public interface IdentityProviderConfig {

  /** The identity provider, as {@code iss} names it; without it the registry issues its own. */
  @WithConverter(AddressConverter.class)
  Optional<String> issuer();

  /** Where the provider's keys are; by default where its discovery document says. */
  @WithConverter(AddressConverter.class)
  Optional<String> jwks();

  /** What {@code aud} must name. */
  @WithDefault("allied-commitment-registry")
  String audience();

  /** The claim that names roles: a list or a text; within another one by {@code a/b}. */
  @WithDefault("groups")
  String roleClaim();

  /** The claim that names a delegate's ally. */
  @WithDefault("ally")
  String allyClaim();

  /** How far clocks may differ; at most five minutes. */
  @WithDefault("60s")
  @WithConverter(TimeSpanConverter.OfClocks.class)
  Duration clockSkew();

  /** How often to look which tokens another node issued or revoked. */
  @WithDefault("1s")
  @WithConverter(TimeSpanConverter.class)
  Duration tokenReloadInterval();

  /** The key of the local issuer; for several nodes a file that all have; it must be there. */
  Optional<Path> keyFile();

  default boolean isExternal() {
    return issuer().isPresent();
  }
}
