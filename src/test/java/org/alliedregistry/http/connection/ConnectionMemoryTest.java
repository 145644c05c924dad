package org.alliedregistry.http.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which connections give way where heads and answers that are not taken hold too much. */
class ConnectionMemoryTest {

  private final Connections connections = new Connections(3, 100, 1_000, Duration.ofSeconds(20));
  private final GuardedChannels opened = new GuardedChannels();
  private final List<EmbeddedChannel> channels = opened.channels();
  private final List<ConnectionGuard> guards = opened.guards();

  @Test
  void theOldestOfTooManyHeadsThatHaveBegunGivesWay() {
    opened.open(connections, 3);
    connections.holdHeads(guards.get(0), 60);
    connections.holdHeads(guards.get(1), 40);
    assertThat(opened.areOpen()).containsExactly(true, true, true);
    connections.holdHeads(guards.get(1), 41);
    assertThat(opened.areOpen()).containsExactly(false, true, true);
    assertThat(connections.bytesOfHeads()).isEqualTo(41);
    assertThat(connections.holdHeads(guards.get(1), 201)).isFalse();
    channels.get(1).close();
    assertThat(connections.bytesOfHeads()).isZero();
  }

  @Test
  void aRequestThatIsBeingAnsweredDoesNotGiveWayToHeadsThatAreNotComplete() {
    opened.open(connections, 3);
    guards.get(0).use().waits(false);
    for (ConnectionGuard guard : guards) {
      connections.holdHeads(guard, 40);
    }
    assertThat(opened.areOpen()).containsExactly(true, false, true);
    guards.get(2).use().waits(false);
    connections.holdHeads(guards.get(2), 61);
    assertThat(opened.areOpen()).containsExactly(false, false, true);
  }

  @Test
  void whatIsClosedHoldsNothing() {
    opened.open(connections, 2);
    connections.holdHeads(guards.get(0), 60);
    channels.get(0).close();
    assertThat(connections.bytesOfHeads()).isZero();
    assertThat(connections.open()).isEqualTo(1);
  }

  @Test
  void theOneThatHasNotTakenItsAnswersForLongestGivesWay() {
    opened.open(connections, 3);
    connections.holdAnswers(guards.get(1), 600);
    connections.holdAnswers(guards.get(2), 400);
    connections.holdAnswers(guards.get(2), 500);
    assertThat(opened.areOpen()).containsExactly(true, false, true);
    assertThat(connections.bytesOfAnswers()).isEqualTo(500);
    connections.holdAnswers(guards.get(2), 0);
    assertThat(connections.bytesOfAnswers()).isZero();
  }

  @Test
  void oneThatTakesItsAnswersSlowlyIsNotTheOneThatTakesNone() {
    opened.open(connections, 3);
    connections.holdAnswers(guards.get(0), 600);
    connections.holdAnswers(guards.get(1), 300);
    connections.holdAnswers(guards.get(0), 500);
    connections.holdAnswers(guards.get(2), 300);
    assertThat(opened.areOpen()).containsExactly(true, false, true);
  }

  @Test
  void whoHoldsTheMostGivesWayAndNotTheOldest() {
    Connections five = new Connections(10, 100, 100, Duration.ofSeconds(20));
    opened.open(five, "192.0.2.1");
    for (int i = 0; i < 3; i++) {
      opened.open(five, "2001:db8::" + i);
    }
    five.holdHeads(guards.get(0), 30);
    five.holdAnswers(guards.get(0), 30);
    for (int i = 1; i <= 3; i++) {
      five.holdHeads(guards.get(i), 25);
      five.holdAnswers(guards.get(i), 25);
    }
    assertThat(opened.areOpen()).containsExactly(true, false, true, true);
    assertThat(five.bytesOfHeads()).isEqualTo(80);
    assertThat(five.bytesOfAnswers()).isEqualTo(80);
  }

  /** Many small ones give way to a large one. */
  @Test
  void asManyGiveWayAsAreTooMany() {
    Connections ten = new Connections(10, 100, 100, Duration.ofSeconds(20));
    for (int i = 0; i < 6; i++) {
      opened.open(ten, "192.0.2.1");
      ten.holdHeads(guards.get(i), i < 5 ? 20 : 60);
    }
    assertThat(opened.areOpen()).containsExactly(false, false, false, true, true, true);
    assertThat(ten.bytesOfHeads()).isEqualTo(100);
  }

  /** Whatever is held and given back, in whatever order: nothing is left of it. */
  @Test
  void nothingIsHeldForThoseThatAreClosed() {
    Connections many = new Connections(100, 1_000, 1_000, Duration.ofSeconds(20));
    Random random = new Random(14);
    for (int i = 0; i < 50; i++) {
      opened.open(many, "192.0.2." + i % 7);
    }
    for (int i = 0; i < 5_000; i++) {
      ConnectionGuard value = guards.get(random.nextInt(guards.size()));
      if (opened.isOpen(value) && !many.holdHeads(value, random.nextInt(100))) {
        value.close();
      }
      assertThat(many.bytesOfHeads()).isBetween(0L, 1_000L);
      if (random.nextInt(20) == 0) {
        opened.open(many, "192.0.2." + random.nextInt(7));
      }
    }
    guards.forEach(ConnectionGuard::close);
    assertThat(many.bytesOfHeads()).isZero();
  }
}
