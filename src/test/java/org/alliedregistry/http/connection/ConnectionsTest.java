package org.alliedregistry.http.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which connection gives way to a new one, and what is left of those that are closed. */
class ConnectionsTest {

  private final Connections connections = new Connections(3, 100, 1_000, Duration.ofSeconds(20));
  private final GuardedChannels opened = new GuardedChannels();
  private final List<EmbeddedChannel> channels = opened.channels();
  private final List<ConnectionGuard> guards = opened.guards();

  @Test
  void theOneThatWaitedLongestGivesWayToANewOne() {
    opened.open(connections, 4);
    assertThat(opened.areOpen()).containsExactly(false, true, true, true);
    opened.open(connections, 1);
    assertThat(opened.areOpen()).containsExactly(false, false, true, true, true);
    assertThat(connections.open()).isEqualTo(3);
  }

  @Test
  void oneThatWasUsedGivesWayAfterOneThatWasNot() {
    opened.open(connections, 3);
    guards.get(0).use().waits(false);
    guards.get(0).use().waits(true);
    opened.open(connections, 1);
    assertThat(opened.areOpen()).containsExactly(true, false, true, true);
  }

  @Test
  void aNewOneIsNotTheFirstToGoWhereAllOthersWereUsed() {
    opened.open(connections, 3);
    guards.forEach(guard -> guard.use().waits(false));
    guards.forEach(guard -> guard.use().waits(true));
    opened.open(connections, 1);
    assertThat(opened.areOpen()).containsExactly(false, true, true, true);
  }

  @Test
  void whoHoldsTheMostGivesWayAlsoWhileAllOfItsAreAnswered() {
    opened.open(connections, 3);
    guards.forEach(guard -> guard.use().waits(false));
    opened.open(connections, "192.0.2.9");
    assertThat(opened.areOpen()).containsExactly(false, true, true, true);
  }

  @Test
  void oneWithARequestDoesNotGiveWay() {
    opened.open(connections, 3);
    guards.forEach(guard -> guard.use().waits(false));
    opened.open(connections, 1);
    assertThat(opened.areOpen()).containsExactly(true, true, true, false);
    guards.get(1).use().waits(true);
    opened.open(connections, 1);
    assertThat(opened.areOpen()).containsExactly(true, false, true, false, true);
  }

  @Test
  void whoHoldsTheMostGivesWay() {
    Connections five = new Connections(5, 100, 1_000, Duration.ofSeconds(20));
    for (String address : List.of("192.0.2.2", "192.0.2.1", "192.0.2.1", "192.0.2.1")) {
      opened.open(five, address);
    }
    opened.open(five, "192.0.2.3");
    opened.open(five, "192.0.2.3");
    assertThat(opened.areOpen()).containsExactly(true, false, true, true, true, true);
    opened.open(five, "192.0.2.3");
    assertThat(opened.areOpen())
        .as("two, two and three")
        .containsExactly(true, false, true, true, false, true, true);
    assertThat(five.open()).isEqualTo(5);
  }

  @Test
  void oneNetworkOfVersionSixIsOne() {
    Connections three = new Connections(3, 100, 1_000, Duration.ofSeconds(20));
    opened.open(three, "192.0.2.1");
    opened.open(three, "2001:db8::1");
    opened.open(three, "2001:db8::2");
    opened.open(three, "2001:db8:0:1::1");
    assertThat(opened.areOpen()).containsExactly(true, false, true, true);
  }

  @Test
  void whoHoldsNoMoreThanTheNewOneIsNotCutOffWhileItIsAnswered() {
    opened.open(connections, 1);
    opened.open(connections, "192.0.2.2");
    opened.open(connections, "192.0.2.3");
    guards.forEach(guard -> guard.use().waits(false));
    opened.open(connections, "192.0.2.4");
    assertThat(opened.areOpen()).containsExactly(true, true, true, false);
  }

  /** Each opens, asks, is answered and closes, in whatever order: nothing is left of them. */
  @Test
  void nothingIsLeftOfThoseThatAreClosed() {
    Connections many = new Connections(50, 100, 1_000, Duration.ofSeconds(20));
    Random random = new Random(14);
    for (int i = 0; i < 2_000; i++) {
      opened.open(many, "192.0.2." + random.nextInt(20));
      ConnectionGuard value = guards.get(random.nextInt(guards.size()));
      if (opened.isOpen(value) && random.nextBoolean()) {
        value.use().waits(false);
      } else if (opened.isOpen(value) && random.nextBoolean()) {
        value.use().waits(true);
      } else if (random.nextInt(4) == 0) {
        value.close();
      }
      assertThat(many.open()).isLessThanOrEqualTo(50);
    }
    guards.forEach(ConnectionGuard::close);
    assertThat(many.open()).isZero();
    assertThat(many.networks()).isZero();
  }

  @Test
  void whatIsClosedHoldsNothingAgain() {
    opened.open(connections, 1);
    channels.get(0).close();
    guards.get(0).close();
    assertThat(connections.open()).isZero();
    channels.get(0).pipeline().fireChannelInactive();
    assertThat(connections.open()).isZero();
  }

  /** They take file descriptors before their thread knows them, and until it has closed them. */
  @Test
  void socketsAreBoundedUntilTheyAreClosed() {
    Connections few = new Connections(1, 1, 1, Duration.ofSeconds(1));
    for (int i = 0; i < 1_001; i++) {
      assertThat(few.openSocket(false)).isTrue();
    }
    assertThat(few.openSocket(false)).isFalse();
    assertThat(few.openSocket(true)).isTrue();
    few.closeSocket();
    few.closeSocket();
    assertThat(few.openSocket(false)).isTrue();
  }

  @Test
  void socketsLeaveFileDescriptorsForTheRest() {
    assertThat(Connections.mostOfDescriptors(636)).isEqualTo(212);
    assertThat(Connections.mostSockets(212, 636)).isEqualTo(424);
    assertThat(Connections.mostSockets(341, 1_000_000)).isEqualTo(1_341);
    assertThat(Connections.mostSockets(5_000, 1_000_000)).isEqualTo(10_000);
    assertThat(Connections.mostOfDescriptors(-20)).isEqualTo(1);
    assertThat(Connections.mostSockets(1, -20)).isEqualTo(1);
  }
}
