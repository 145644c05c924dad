package org.alliedregistry.security.token;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a token that was given out; not the token.
 *
 * @param ally whose delegation it is for, null where it is for none
 * @param revokedAt null where it still holds
 */
public record AccessToken(
    String id,
    String role,
    @Nullable String ally,
    Instant issuedAt,
    Instant expiresAt,
    @Nullable Instant revokedAt) {}
