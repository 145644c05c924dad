package org.alliedregistry.security.token;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The stored part of an issued token, which is not the token itself.
 *
 * @param ally the ally of a delegate; null for other roles
 * @param revokedAt null if it is not revoked
 */
public record AccessToken(
    String id,
    String role,
    @Nullable String ally,
    Instant issuedAt,
    Instant expiresAt,
    @Nullable Instant revokedAt) {}
