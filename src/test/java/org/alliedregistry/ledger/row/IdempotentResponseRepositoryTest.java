package org.alliedregistry.ledger.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.reference.Condition;
import org.alliedregistry.ledger.Ledger;
import org.alliedregistry.ledger.WriteCommand;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.ProblemType;
import org.alliedregistry.support.BreakingConnections;
import org.alliedregistry.support.BreakingConnections.When;
import org.alliedregistry.support.MovableClock;
import org.alliedregistry.support.PrivateStores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is kept of a reply beside the ledger: with its entries or not at all, and for a day. */
@QuarkusTest
@TestProfile(PrivateStores.class)
class IdempotentResponseRepositoryTest {

  private static final IdempotencyKey ASKED = new IdempotencyKey("secretariat", "first", "digest");
  private static final StoredResponse REPLY =
      new StoredResponse(
          201, "/v1/x", "\"tag\"", "application/json", "{}".getBytes(StandardCharsets.UTF_8));

  private final MovableClock clock = new MovableClock(Instant.parse("2026-06-01T12:00:00Z"));
  private final BreakingConnections connections = new BreakingConnections();
  private final PrivateStore store = new PrivateStore(connections::to);

  private Ledger ledger() {
    return store.ledger(clock);
  }

  private static WriteCommand vote(String code) {
    return registry ->
        List.of(new EntryContent.ConditionVersionRecorded(new Condition(code, "A vote", true)));
  }

  private static StoredResponse write(Ledger ledger, IdempotencyKey key) {
    return ledger.append(key.caller(), vote("VOTE"), registry -> () -> REPLY, key);
  }

  private static IdempotencyKey key(String name) {
    return new IdempotencyKey(ASKED.caller(), name, ASKED.digest());
  }

  private int rows() throws SQLException {
    try (Connection connection = store.database().getConnection();
        ResultSet count =
            connection.createStatement().executeQuery("select count(*) from kept_reply")) {
      count.next();
      return count.getInt(1);
    }
  }

  @Test
  void aReplyIsKeptWithItsEntryAndOutlivesTheProcess() {
    write(ledger(), ASKED);
    Ledger restarted = ledger();

    assertThat(restarted.registry().condition("VOTE")).isPresent();
    assertThat(restarted.findResponse(ASKED))
        .hasValueSatisfying(
            reply -> {
              assertThat(reply.isRepeated()).isTrue();
              assertThat(reply)
                  .usingRecursiveComparison()
                  .ignoringFields("isRepeated")
                  .isEqualTo(REPLY);
            });
  }

  @Test
  void anotherCallerOrAnotherKeyWasNotRepliedTo() {
    Ledger ledger = ledger();
    write(ledger, ASKED);

    assertThat(ledger.findResponse(key("second"))).isEmpty();
    assertThat(ledger.findResponse(new IdempotencyKey("delegate", ASKED.key(), "other"))).isEmpty();
  }

  @Test
  void aKeyThatStoodOnAnotherRequestIsRefused() {
    Ledger ledger = ledger();
    write(ledger, ASKED);

    assertThatThrownBy(
            () -> ledger.findResponse(new IdempotencyKey("secretariat", "first", "other")))
        .isInstanceOfSatisfying(
            ProblemException.class,
            r -> assertThat(r.type()).isEqualTo(ProblemType.IDEMPOTENCY_KEY_REUSED));
  }

  @Test
  void aRefusedRequestKeepsNothing() throws SQLException {
    Ledger ledger = ledger();
    WriteCommand refusing =
        registry -> {
          throw ProblemException.because(ProblemType.CODE_IN_USE, "of a test");
        };

    assertThatThrownBy(() -> ledger.append("secretariat", refusing, registry -> () -> REPLY, ASKED))
        .isInstanceOf(ProblemException.class);
    assertThat(rows()).isZero();
    assertThat(ledger.findResponse(ASKED)).isEmpty();
  }

  @Test
  void aReplyThatCannotBeMadeRecordsNothing() throws SQLException {
    Ledger ledger = ledger();
    Function<RegistrySnapshot, Supplier<StoredResponse>> failing =
        after ->
            () -> {
              throw new IllegalStateException("of a test");
            };

    assertThatThrownBy(() -> ledger.append("secretariat", vote("VOTE"), failing, ASKED))
        .isInstanceOf(IllegalStateException.class);
    assertThat(ledger.registry().condition("VOTE")).isEmpty();
    assertThat(ledger().registry().condition("VOTE")).isEmpty();
  }

  @Test
  void aReplyTooLargeToKeepIsRefusedBeforeAnythingIsRecorded() {
    Ledger ledger = ledger();
    StoredResponse large =
        new StoredResponse(201, null, null, "application/json", new byte[1_000_001]);

    assertThatThrownBy(
            () -> ledger.append("secretariat", vote("VOTE"), registry -> () -> large, ASKED))
        .isInstanceOfSatisfying(
            ProblemException.class, r -> assertThat(r.type()).isEqualTo(ProblemType.TOO_LARGE));
    assertThat(ledger().registry().condition("VOTE")).isEmpty();
    assertThat(ledger.append("secretariat", vote("VOTE"), registry -> () -> large, null))
        .isEqualTo(large);
  }

  @ParameterizedTest
  @EnumSource(names = {"BEFORE_THE_COMMIT", "AFTER_THE_COMMIT"})
  void aRepetitionFindsOutWhetherALostCommitWasDone(When lost) {
    Ledger ledger = ledger();
    connections.breakOnce(lost);
    assertThatThrownBy(() -> write(ledger, ASKED))
        .isInstanceOfSatisfying(
            ProblemException.class,
            r -> assertThat(r.type()).isEqualTo(ProblemType.STORE_UNAVAILABLE));

    boolean done = lost == When.AFTER_THE_COMMIT;
    assertThat(ledger.findResponse(ASKED).isPresent()).isEqualTo(done);
    assertThat(ledger.registry().condition("VOTE").isPresent()).isEqualTo(done);
    assertThat(ledger().findResponse(ASKED).isPresent()).isEqualTo(done);
  }

  @Test
  void aReplyIsKeptForADayAndItsKeyIsFreeAfterwards() throws SQLException {
    Ledger ledger = ledger();
    write(ledger, ASKED);
    clock.move(IdempotentResponseRepository.KEPT_FOR.minusMillis(1));
    assertThat(ledger.findResponse(ASKED)).isPresent();
    clock.move(Duration.ofMillis(1));
    assertThat(ledger.findResponse(ASKED)).isEmpty();

    write(ledger, new IdempotencyKey("secretariat", "first", "other"));
    assertThat(rows()).isOne();
  }

  @Test
  void whatIsOverGoesWithTheNextThatComesAFewAtATime() throws SQLException {
    Ledger ledger = ledger();
    for (int i = 0; i < 150; i++) {
      write(ledger, key("old-" + i));
    }
    clock.move(IdempotentResponseRepository.KEPT_FOR);
    write(ledger, key("new-1"));
    assertThat(rows()).isEqualTo(51);
    write(ledger, key("new-2"));
    assertThat(rows()).isEqualTo(2);
    assertThat(ledger.findResponse(key("new-1"))).isPresent();
  }
}
