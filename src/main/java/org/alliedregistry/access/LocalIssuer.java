package org.alliedregistry.access;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.build.Jwt;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;

/** Issues and verifies the tokens of a registry without an identity provider. */
@ApplicationScoped
public class LocalIssuer {

  static final String ISSUER = "https://alliedregistry.org/local";
  static final String AUDIENCE = "allied-commitment-registry";
  private static final Duration FIRST_TOKEN_LIFE = Duration.ofDays(365);

  private final Path dataDir;
  private final KeyPair key;
  private final Clock clock;

  LocalIssuer(AccessConfig config, Clock clock) {
    this.dataDir = config.dataDir();
    this.key = SigningKey.in(dataDir);
    this.clock = clock;
  }

  /** Leaves the first secretariat token in the data directory, unless one is there. */
  public void leaveFirstToken() {
    Path file = dataDir.resolve("secretariat.token");
    try {
      if (!Files.exists(file)) {
        SigningKey.writeForOwner(file, tokenFor(Role.SECRETARIAT) + "\n");
      }
    } catch (IOException e) {
      throw new IllegalStateException("the token " + file + " cannot be written", e);
    }
  }

  private String tokenFor(String role) {
    return Jwt.issuer(ISSUER)
        .audience(AUDIENCE)
        .subject(role)
        .groups(role)
        .issuedAt(clock.instant())
        .expiresAt(clock.instant().plus(FIRST_TOKEN_LIFE))
        .jws()
        .algorithm(SignatureAlgorithm.ES256)
        .sign(key.getPrivate());
  }

  /** What a token must be signed with, by whom and for whom. */
  @Produces
  @Alternative
  @Priority(1)
  @ApplicationScoped
  JWTAuthContextInfo verification() {
    JWTAuthContextInfo info = new JWTAuthContextInfo(key.getPublic(), ISSUER);
    info.setSignatureAlgorithm(EnumSet.of(SignatureAlgorithm.ES256));
    info.setExpectedAudience(java.util.Set.of(AUDIENCE));
    info.setClockSkew(60);
    return info;
  }
}
