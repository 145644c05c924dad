package org.alliedregistry.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a token says of its bearer. */
class PassTest {

  private static Pass of(String subject) {
    return new Pass(Role.READER, null, subject, null, Instant.EPOCH);
  }

  @Test
  void aSubjectForgesNoLineOfALogAndFillsNone() {
    assertThat(of("a\nrefused: b").inLogs()).isEqualTo("reader/a?refused:?b");
    assertThat(of("x".repeat(300)).inLogs()).hasSize(100);
  }

  @Test
  void isOverAtItsInstant() {
    assertThat(of("a").isOver(Instant.EPOCH)).isTrue();
    assertThat(of("a").isOver(Instant.EPOCH.minusMillis(1))).isFalse();
  }
}
