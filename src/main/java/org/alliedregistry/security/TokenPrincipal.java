package org.alliedregistry.security;

import java.security.Principal;
import java.time.Instant;
import org.alliedregistry.domain.reference.Audience;
import org.alliedregistry.security.token.Role;
import org.jspecify.annotations.Nullable;

/**
 * The claims of a verified token.
 *
 * @param role one of {@link Role}; null if the token names none of them
 * @param ally the code of the ally of a delegate; null for other roles
 * @param subject the bearer, as the issuer names it
 * @param tokenId the issuer's id of the token; null if it has none
 * @param expiresAt when it expires, including the allowed difference of clocks
 */
public record TokenPrincipal(
    @Nullable String role,
    @Nullable String ally,
    String subject,
    @Nullable String tokenId,
    Instant expiresAt)
    implements Principal {

  private static final int MAX_SUBJECT_LENGTH = 100;

  /** The name that entries are recorded by: a role, not a person, because everybody can read it. */
  @Override
  public String getName() {
    return Role.office(role, ally);
  }

  /** A key that tells bearers apart; it is never shown. */
  String principalKey() {
    return getName() + "/" + subject;
  }

  /** The name for the log. The subject is cleaned, because an issuer may put anything into it. */
  String forLog() {
    String shown = principalKey().replaceAll("[^\\x21-\\x7e]", "?");
    return shown.substring(0, Math.min(shown.length(), MAX_SUBJECT_LENGTH));
  }

  Audience audience() {
    if (Role.SECRETARIAT.equals(role)) {
      return Audience.SECRETARIAT;
    }
    return ally == null ? Audience.COALITION : Audience.of(ally);
  }

  boolean isExpired(Instant now) {
    return !now.isBefore(expiresAt);
  }
}
