package org.alliedregistry.api.token;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Collection;
import org.alliedregistry.problem.DidYouMean;
import org.alliedregistry.problem.Violations;
import org.alliedregistry.security.token.Role;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The request for a token. */
@Schema(name = "NewToken", description = "The token to issue.")
public record NewToken(
    @NotNull(message = "must be given: secretariat, delegate or reader")
        @Schema(enumeration = {"secretariat", "delegate", "reader"})
        @Nullable String role,
    @Schema(description = "The ally of a delegate. Left out for every other role.")
        @Nullable String ally,
    @Schema(
            description = "The number of days for which it is valid. Default: 30.",
            minimum = "1",
            maximum = "365")
        @Nullable Integer days) {

  private static final int DEFAULT_DAYS = 30;
  private static final int MAX_DAYS = 365;

  /** Adds its violations. */
  void check(Collection<String> allies, Violations violations) {
    if (role != null && !Role.ALL.contains(role)) {
      violations.add(
          "/role",
          "must be one of " + String.join(", ", Role.ALL) + DidYouMean.hint(role, Role.ALL));
    }
    boolean isDelegate = Role.DELEGATE.equals(role);
    violations.addIfMissing(
        isDelegate && ally == null, "/ally", "must be given: the ally of the delegate");
    violations.addIf(
        !isDelegate && ally != null && Role.ALL.contains(String.valueOf(role)),
        "/ally",
        "is for the role delegate only. Leave it out");
    if (ally != null) {
      violations.addIfUnknown(ally, "ally", allies, "/ally");
    }
    violations.addIf(
        days != null && (days < 1 || days > MAX_DAYS), "/days", "must be from 1 to " + MAX_DAYS);
  }

  Duration life() {
    return Duration.ofDays(days == null ? DEFAULT_DAYS : days);
  }
}
