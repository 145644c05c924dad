package org.alliedregistry.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.alliedregistry.problem.StartRefused;

/** Whose tokens are taken. */
@ConfigMapping(prefix = "registry.access")
interface Identity {

  /** The identity provider, as {@code iss} names it; without it the registry issues its own. */
  Optional<String> issuer();

  /** Where the provider's keys are; by default where its discovery document says. */
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
  Duration clockSkew();

  /** How often to look which tokens another node issued or revoked. */
  @WithDefault("1s")
  Duration refresh();

  /** The key of the local issuer; for several nodes a file that all have; it must be there. */
  Optional<Path> keyFile();

  /** Refuses to start with an issuer that can never be asked. */
  default void refuseUnlessAnAddress() {
    String named = issuer().orElse("");
    if (!named.matches("https?://[^\\s/].*")) {
      throw new StartRefused(
          "registry.access.issuer must be the address of the provider, as https://id.example.org;"
              + " it is "
              + named);
    }
  }

  default boolean isProvided() {
    return issuer().isPresent();
  }
}
