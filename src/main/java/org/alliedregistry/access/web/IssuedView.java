package org.alliedregistry.access.web;

import java.time.Instant;
import org.alliedregistry.access.LocalIssuer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A token as it is given out. */
@Schema(name = "IssuedToken", description = "A token as it is given out, this once.")
public record IssuedView(
    String id,
    @Schema(description = "Shown this once, and kept nowhere.") String token,
    String role,
    @Nullable String ally,
    Instant expiresAt) {

  static IssuedView of(LocalIssuer.Issued issued) {
    return new IssuedView(
        issued.row().id(),
        issued.token(),
        issued.row().role(),
        issued.row().ally(),
        issued.row().expiresAt());
  }
}
