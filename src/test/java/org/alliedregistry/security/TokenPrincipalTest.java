package org.alliedregistry.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.alliedregistry.security.token.Role;
import org.junit.jupiter.api.Test;

/** What a token says of its bearer. */
class TokenPrincipalTest {

  private static TokenPrincipal of(String subject) {
    return new TokenPrincipal(Role.READER, null, subject, null, Instant.EPOCH);
  }

  @Test
  void aSubjectForgesNoLineOfALogAndFillsNone() {
    assertThat(of("a\nrefused: b").forLog()).isEqualTo("reader/a?refused:?b");
    assertThat(of("x".repeat(300)).forLog()).hasSize(100);
  }

  @Test
  void isOverAtItsInstant() {
    assertThat(of("a").isExpired(Instant.EPOCH)).isTrue();
    assertThat(of("a").isExpired(Instant.EPOCH.minusMillis(1))).isFalse();
  }
}
