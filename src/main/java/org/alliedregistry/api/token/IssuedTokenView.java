package org.alliedregistry.api.token;

import java.time.Instant;
import org.alliedregistry.security.token.LocalTokenIssuer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A new token in the answer to its issue. */
@Schema(name = "IssuedToken", description = "A new token.")
public record IssuedTokenView(
    String id,
    @Schema(description = "Shown only once. The registry does not store it.") String token,
    String role,
    @Nullable String ally,
    Instant expiresAt) {

  static IssuedTokenView of(LocalTokenIssuer.Issued issued) {
    return new IssuedTokenView(
        issued.row().id(),
        issued.token(),
        issued.row().role(),
        issued.row().ally(),
        issued.row().expiresAt());
  }
}
