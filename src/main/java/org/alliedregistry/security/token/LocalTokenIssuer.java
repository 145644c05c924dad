package org.alliedregistry.security.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Issues the tokens of a registry that has no identity provider. */
@ApplicationScoped
public class LocalTokenIssuer {

  public static final String ISSUER = "https://alliedregistry.org/local";
  private static final Duration FIRST_TOKEN_LIFE = Duration.ofDays(365);

  /** The maximum number of tokens that have not expired. */
  private static final int MAX_TOKENS = 10_000;

  /**
   * A token that was just issued.
   *
   * @param row the part of it that is stored
   * @param token the token itself; it is not stored
   */
  public record Issued(AccessToken row, String token) {}

  private final Path firstToken;
  private final IdentityProviderConfig identity;
  private final LocalSigningKey key;
  private final IssuedTokenCache issued;
  private final ObjectMapper json;
  private final Clock clock;

  LocalTokenIssuer(
      DataDirectoryConfig config,
      IdentityProviderConfig identity,
      LocalSigningKey key,
      IssuedTokenCache issued,
      ObjectMapper json,
      Clock clock) {
    this.firstToken = config.dataDir().resolve("secretariat.token");
    this.identity = identity;
    this.key = key;
    this.issued = issued;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Reads the issued tokens, and writes a secretariat token to the data directory unless an active
   * one is there.
   */
  public void open(Vertx vertx) {
    restrictToOwner();
    if (identity.isExternal()) {
      return;
    }
    issued.reload();
    try {
      if (!Files.exists(firstToken) || !isUsable(Files.readString(firstToken).strip())) {
        SigningKeyFile.writeOwnerOnly(
            firstToken, issue(Role.SECRETARIAT, null, FIRST_TOKEN_LIFE).token() + "\n");
      }
    } catch (IOException e) {
      throw new IllegalStateException("the token " + firstToken + " cannot be read or written", e);
    }
    issued.scheduleReload(vertx, identity);
  }

  /** Restricts the data directory, because the store in it can be read without a token. */
  private void restrictToOwner() {
    try {
      SigningKeyFile.restrictToOwner(
          Files.createDirectories(firstToken.toAbsolutePath().getParent()));
    } catch (IOException e) {
      Log.warnf("the permissions of the directory of %s could not be restricted", firstToken);
    }
  }

  /** Whether a token names the key of this registry, and is neither expired nor revoked. */
  private boolean isUsable(String token) {
    String[] parts = token.split("\\.", -1);
    return parts.length == 3
        && key.id().equals(text(parts[0], "kid"))
        && issued.isActive(text(parts[1], "jti"));
  }

  private @Nullable String text(String part, String field) {
    try {
      JsonNode read =
          json.readTree(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
      return read.path(field).asText(null);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      return null;
    }
  }

  /**
   * Issues a token.
   *
   * @param role one of {@link Role}
   * @param ally the ally of a delegate; null for other roles
   */
  public Issued issue(String role, @Nullable String ally, Duration life) {
    if (issued.all().stream().filter(row -> row.revokedAt() == null).count() >= MAX_TOKENS) {
      throw ProblemException.because(
          ProblemType.QUOTA_EXCEEDED, "There are 10,000 valid tokens. Revoke some.");
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    AccessToken row =
        new AccessToken(UUID.randomUUID().toString(), role, ally, now, now.plus(life), null);
    JwtClaimsBuilder claims =
        Jwt.issuer(ISSUER)
            .audience(identity.audience())
            .subject(row.id())
            .claim("jti", row.id())
            .claim(identity.roleClaim(), List.of(role))
            .issuedAt(now)
            .expiresAt(row.expiresAt());
    if (ally != null) {
      claims.claim(identity.allyClaim(), ally);
    }
    String token =
        claims
            .jws()
            .keyId(key.id())
            .algorithm(SignatureAlgorithm.ES256)
            .sign(key.pair().getPrivate());
    issued.add(row);
    Log.infof(
        "token %s issued for %s until %s", row.id(), Role.office(role, ally), row.expiresAt());
    return new Issued(row, token);
  }

  /** All tokens that have not expired, the oldest first. */
  public List<AccessToken> all() {
    return issued.all();
  }

  /**
   * Revokes a token, with immediate effect.
   *
   * @throws ProblemException if no token that has not expired has this id
   */
  public void revoke(String id) {
    if (issued.find(id).isEmpty()) {
      throw ProblemException.notFound("No valid token has this id.");
    }
    issued.revoke(id);
    Log.infof("token %s revoked", id);
  }
}
