package org.alliedregistry.security;

import java.security.Principal;
import java.time.Instant;
import org.alliedregistry.domain.reference.Audience;
import org.alliedregistry.security.token.Role;
import org.jspecify.annotations.Nullable;

/**
 * What a verified token says of its bearer.
 *
 * @param role one of {@link Role}, null where the token names none that this registry knows
 * @param ally the code of the ally whose delegation it is, only for a delegate
 * @param subject who it was given to, as the issuer calls them
 * @param tokenId the issuer's id of the token, null where it gives none
 * @param expiresAt when it is over, the allowed difference of clocks included
 */
public record TokenPrincipal(
    @Nullable String role,
    @Nullable String ally,
    String subject,
    @Nullable String tokenId,
    Instant expiresAt)
    implements Principal {

  private static final int LONGEST = 100;

  /** The office that what they write is recorded under: not a person, since everybody reads it. */
  @Override
  public String getName() {
    return Role.office(role, ally);
  }

  /** Who it is among all who have tokens; nothing of it is shown. */
  String principalKey() {
    return getName() + "/" + subject;
  }

  /** The same for a log: an issuer may put anything into a subject. */
  String forLog() {
    String shown = principalKey().replaceAll("[^\\x21-\\x7e]", "?");
    return shown.substring(0, Math.min(shown.length(), LONGEST));
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
