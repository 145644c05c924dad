package org.alliedregistry.ledger.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.record.EntryStamp;
import org.alliedregistry.domain.reference.Condition;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.ProblemType;
import org.junit.jupiter.api.Test;

/** How one entry is chained to the one before it. */
class ChainedEntryTest {

  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  private static EntryContent vote(String description) {
    return new EntryContent.ConditionVersionRecorded(new Condition("VOTE", description, true));
  }

  @Test
  void theFirstEntryIsChainedToTheRoot() {
    ChainedEntry first = ChainedEntry.after(null, NOON, "secretariat", vote("A vote"));

    assertThat(first.link().sequence()).isEqualTo(1);
    assertThat(first.link().previousHash()).isEqualTo(ChainLink.ROOT);
    assertThat(first.entry().stamp().hash()).isEqualTo(first.link().hash());
  }

  @Test
  void eachEntryIsChainedToTheOneBefore() {
    EntryStamp first =
        ChainedEntry.after(null, NOON, "secretariat", vote("A vote")).entry().stamp();
    ChainedEntry second = ChainedEntry.after(first, NOON, "secretariat", vote("Another"));

    assertThat(second.link().sequence()).isEqualTo(2);
    assertThat(second.link().previousHash()).isEqualTo(first.hash());
  }

  @Test
  void theHashIsOverEveryFieldAsItIsPublished() {
    ChainedEntry first = ChainedEntry.after(null, NOON, "secretariat", vote("A vote"));

    assertThat(first.content())
        .isEqualTo(
            "{\"condition\":{\"code\":\"VOTE\",\"description\":\"A vote\",\"perAlly\":true}}");
    assertThat(first.link().contentDigest()).isEqualTo(ChainLink.sha256(first.content()));
    assertThat(first.link().hash())
        .isEqualTo(
            ChainLink.sha256(
                "1\n2026-06-01T12:00:00Z\nsecretariat\ncondition\n/v1/conditions/VOTE\n"
                    + ChainLink.sha256(first.content())
                    + "\n"
                    + "0".repeat(64)));
  }

  @Test
  void whatNoRowCanKeepIsRefused() {
    assertThatThrownBy(
            () -> ChainedEntry.after(null, NOON, "secretariat", vote("x".repeat(1_000_000))))
        .isInstanceOfSatisfying(
            ProblemException.class, r -> assertThat(r.type()).isEqualTo(ProblemType.TOO_LARGE));
  }
}
