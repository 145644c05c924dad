package org.alliedregistry.security.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.alliedregistry.settings.AddressConverter;
import org.alliedregistry.settings.TimeSpanConverter;

/** Settings of the tokens that are accepted. */
@ConfigMapping(prefix = "registry.security.jwt")
public interface IdentityProviderConfig {

  /** The issuer, as {@code iss} names it. Without it the registry issues its own tokens. */
  @WithConverter(AddressConverter.class)
  Optional<String> issuer();

  /** The URL of the provider's keys; by default that of its discovery document. */
  @WithConverter(AddressConverter.class)
  Optional<String> jwks();

  /** The audience that {@code aud} must name. */
  @WithDefault("allied-commitment-registry")
  String audience();

  /** The claim that names roles: a list or a text; {@code a/b} is claim b within claim a. */
  @WithDefault("groups")
  String roleClaim();

  /** The claim that names the ally of a delegate. */
  @WithDefault("ally")
  String allyClaim();

  /** The allowed difference of clocks; at most five minutes. */
  @WithDefault("60s")
  @WithConverter(TimeSpanConverter.OfClocks.class)
  Duration clockSkew();

  /** The interval at which tokens that other nodes issued or revoked are read. */
  @WithDefault("1s")
  @WithConverter(TimeSpanConverter.class)
  Duration tokenReloadInterval();

  /** The key file of the local issuer. It must exist; several nodes must have the same file. */
  Optional<Path> keyFile();

  default boolean isExternal() {
    return issuer().isPresent();
  }
}
