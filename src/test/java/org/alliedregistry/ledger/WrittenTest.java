package org.alliedregistry.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.alliedregistry.problem.ProblemType;
import org.alliedregistry.problem.Refusal;
import org.alliedregistry.reference.Condition;
import org.alliedregistry.registry.Content;
import org.alliedregistry.registry.Stamp;
import org.junit.jupiter.api.Test;

/** How one entry is chained to the one before it. */
class WrittenTest {

  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  private static Content vote(String description) {
    return new Content.ConditionVersion(new Condition("VOTE", description, true));
  }

  @Test
  void theFirstEntryIsChainedToTheRoot() {
    Written first = Written.after(null, NOON, "secretariat", vote("A vote"));

    assertThat(first.link().sequence()).isEqualTo(1);
    assertThat(first.link().previousHash()).isEqualTo(Link.ROOT);
    assertThat(first.entry().stamp().hash()).isEqualTo(first.link().hash());
  }

  @Test
  void eachEntryIsChainedToTheOneBefore() {
    Stamp first = Written.after(null, NOON, "secretariat", vote("A vote")).entry().stamp();
    Written second = Written.after(first, NOON, "secretariat", vote("Another"));

    assertThat(second.link().sequence()).isEqualTo(2);
    assertThat(second.link().previousHash()).isEqualTo(first.hash());
  }

  @Test
  void theHashIsOverEveryFieldAsItIsPublished() {
    Written first = Written.after(null, NOON, "secretariat", vote("A vote"));

    assertThat(first.content())
        .isEqualTo(
            "{\"condition\":{\"code\":\"VOTE\",\"description\":\"A vote\",\"perAlly\":true}}");
    assertThat(first.link().contentDigest()).isEqualTo(Link.sha256(first.content()));
    assertThat(first.link().hash())
        .isEqualTo(
            Link.sha256(
                "1\n2026-06-01T12:00:00Z\nsecretariat\ncondition\n/v1/conditions/VOTE\n"
                    + Link.sha256(first.content())
                    + "\n"
                    + "0".repeat(64)));
  }

  @Test
  void whatNoRowCanKeepIsRefused() {
    assertThatThrownBy(() -> Written.after(null, NOON, "secretariat", vote("x".repeat(1_000_000))))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.type()).isEqualTo(ProblemType.TOO_LARGE));
  }
}
