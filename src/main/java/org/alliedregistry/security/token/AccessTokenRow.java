package org.alliedregistry.security.token;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The row of a token that was issued. */
@Entity
@Table(name = "access_token")
class AccessTokenRow {

  @Id String id;
  String role;
  @Nullable String ally;

  @Column(name = "issued_at")
  Instant issuedAt;

  @Column(name = "expires_at")
  Instant expiresAt;

  @Column(name = "revoked_at")
  @Nullable Instant revokedAt;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  AccessTokenRow() {}

  AccessTokenRow(AccessToken token) {
    this.id = token.id();
    this.role = token.role();
    this.ally = token.ally();
    this.issuedAt = token.issuedAt();
    this.expiresAt = token.expiresAt();
    this.revokedAt = token.revokedAt();
  }
}
