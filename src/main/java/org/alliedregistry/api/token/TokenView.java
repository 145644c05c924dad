package org.alliedregistry.api.token;

import java.time.Instant;
import org.alliedregistry.security.token.AccessToken;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The stored part of a token in answers; not the token itself. */
@Schema(name = "TokenDescription", description = "The description of a token, without the token.")
public record TokenView(
    String id,
    String role,
    @Nullable String ally,
    Instant issuedAt,
    Instant expiresAt,
    @Schema(description = "Null if it is not revoked.") @Nullable Instant revokedAt) {

  static TokenView of(AccessToken row) {
    return new TokenView(
        row.id(), row.role(), row.ally(), row.issuedAt(), row.expiresAt(), row.revokedAt());
  }
}
