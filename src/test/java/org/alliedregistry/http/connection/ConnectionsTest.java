package org.alliedregistry.http.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConnectionsTest {

  private final Connections connections = new Connections(3, 100, 1_000, Duration.ofSeconds(20));
  private final List<EmbeddedChannel> channels = new ArrayList<>();
  private final List<ConnectionGuard> guards = new ArrayList<>();

  private void open(int count) {
    for (int i = 0; i < count; i++) {
      open(connections, "192.0.2.1");
    }
  }

  private void open(Connections all, String address) {
    ConnectionGuard guard = new ConnectionGuard(all);
    guards.add(guard);
    channels.add(
        new EmbeddedChannel(guard) {
          @Override
          protected SocketAddress remoteAddress0() {
            return new InetSocketAddress(address, 1);
          }
        });
  }

  private List<Boolean> areOpen() {
    return channels.stream().map(EmbeddedChannel::isOpen).toList();
  }

  @Test
  void theOneThatWaitedLongestGivesWayToANewOne() {
    open(4);
    assertThat(areOpen()).containsExactly(false, true, true, true);
    open(1);
    assertThat(areOpen()).containsExactly(false, false, true, true, true);
    assertThat(connections.open()).isEqualTo(3);
  }

  @Test
  void oneThatWasUsedGivesWayAfterOneThatWasNot() {
    open(3);
    guards.get(0).use().waits(false);
    guards.get(0).use().waits(true);
    open(1);
    assertThat(areOpen()).containsExactly(true, false, true, true);
  }

  @Test
  void aNewOneIsNotTheFirstToGoWhereAllOthersWereUsed() {
    open(3);
    guards.forEach(guard -> guard.use().waits(false));
    guards.forEach(guard -> guard.use().waits(true));
    open(1);
    assertThat(areOpen()).containsExactly(false, true, true, true);
  }

  @Test
  void whoHoldsTheMostGivesWayAlsoWhileAllOfItsAreAnswered() {
    open(3);
    guards.forEach(guard -> guard.use().waits(false));
    open(connections, "192.0.2.9");
    assertThat(areOpen()).containsExactly(false, true, true, true);
  }

  @Test
  void oneWithARequestDoesNotGiveWay() {
    open(3);
    guards.forEach(guard -> guard.use().waits(false));
    open(1);
    assertThat(areOpen()).containsExactly(true, true, true, false);
    guards.get(1).use().waits(true);
    open(1);
    assertThat(areOpen()).containsExactly(true, false, true, false, true);
  }

  @Test
  void whoHoldsTheMostGivesWay() {
    Connections five = new Connections(5, 100, 1_000, Duration.ofSeconds(20));
    for (String address : List.of("192.0.2.2", "192.0.2.1", "192.0.2.1", "192.0.2.1")) {
      open(five, address);
    }
    open(five, "192.0.2.3");
    open(five, "192.0.2.3");
    assertThat(areOpen()).containsExactly(true, false, true, true, true, true);
    open(five, "192.0.2.3");
    assertThat(areOpen())
        .as("two, two and three")
        .containsExactly(true, false, true, true, false, true, true);
    assertThat(five.open()).isEqualTo(5);
  }

  @Test
  void oneNetworkOfVersionSixIsOne() {
    Connections three = new Connections(3, 100, 1_000, Duration.ofSeconds(20));
    open(three, "192.0.2.1");
    open(three, "2001:db8::1");
    open(three, "2001:db8::2");
    open(three, "2001:db8:0:1::1");
    assertThat(areOpen()).containsExactly(true, false, true, true);
  }

  @Test
  void whoHoldsNoMoreThanTheNewOneIsNotCutOffWhileItIsAnswered() {
    open(1);
    open(connections, "192.0.2.2");
    open(connections, "192.0.2.3");
    guards.forEach(guard -> guard.use().waits(false));
    open(connections, "192.0.2.4");
    assertThat(areOpen()).containsExactly(true, true, true, false);
  }

  /** Each opens, asks, is answered and closes, in whatever order: nothing is left of them. */
  @Test
  void nothingIsLeftOfThoseThatAreClosed() {
    Connections many = new Connections(50, 100, 1_000, Duration.ofSeconds(20));
    Random random = new Random(14);
    for (int i = 0; i < 2_000; i++) {
      open(many, "192.0.2." + random.nextInt(20));
      ConnectionGuard value = guards.get(random.nextInt(guards.size()));
      if (isOpen(value) && random.nextBoolean()) {
        value.use().waits(false);
      } else if (isOpen(value) && random.nextBoolean()) {
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

  private boolean isOpen(ConnectionGuard guard) {
    return channels.get(guards.indexOf(guard)).isOpen();
  }

  @Test
  void theOldestOfTooManyHeadsThatHaveBegunGivesWay() {
    open(3);
    connections.holdHeads(guards.get(0), 60);
    connections.holdHeads(guards.get(1), 40);
    assertThat(areOpen()).containsExactly(true, true, true);
    connections.holdHeads(guards.get(1), 41);
    assertThat(areOpen()).containsExactly(false, true, true);
    assertThat(connections.bytesOfHeads()).isEqualTo(41);
    assertThat(connections.holdHeads(guards.get(1), 201)).isFalse();
    channels.get(1).close();
    assertThat(connections.bytesOfHeads()).isZero();
  }

  @Test
  void whatIsClosedHoldsNothing() {
    open(2);
    connections.holdHeads(guards.get(0), 60);
    channels.get(0).close();
    assertThat(connections.bytesOfHeads()).isZero();
    assertThat(connections.open()).isEqualTo(1);
  }

  @Test
  void theOneThatHasNotTakenItsAnswersForLongestGivesWay() {
    open(3);
    connections.holdAnswers(guards.get(1), 600);
    connections.holdAnswers(guards.get(2), 400);
    connections.holdAnswers(guards.get(2), 500);
    assertThat(areOpen()).containsExactly(true, false, true);
    assertThat(connections.bytesOfAnswers()).isEqualTo(500);
    connections.holdAnswers(guards.get(2), 0);
    assertThat(connections.bytesOfAnswers()).isZero();
  }

  @Test
  void oneThatTakesItsAnswersSlowlyIsNotTheOneThatTakesNone() {
    open(3);
    connections.holdAnswers(guards.get(0), 600);
    connections.holdAnswers(guards.get(1), 300);
    connections.holdAnswers(guards.get(0), 500);
    connections.holdAnswers(guards.get(2), 300);
    assertThat(areOpen()).containsExactly(true, false, true);
  }

  @Test
  void whoHoldsTheMostGivesWayAndNotTheOldest() {
    Connections five = new Connections(10, 100, 100, Duration.ofSeconds(20));
    open(five, "192.0.2.1");
    for (int i = 0; i < 3; i++) {
      open(five, "2001:db8::" + i);
    }
    five.holdHeads(guards.get(0), 30);
    five.holdAnswers(guards.get(0), 30);
    for (int i = 1; i <= 3; i++) {
      five.holdHeads(guards.get(i), 25);
      five.holdAnswers(guards.get(i), 25);
    }
    assertThat(areOpen()).containsExactly(true, false, true, true);
    assertThat(five.bytesOfHeads()).isEqualTo(80);
    assertThat(five.bytesOfAnswers()).isEqualTo(80);
  }

  /** Many small ones give way to a large one. */
  @Test
  void asManyGiveWayAsAreTooMany() {
    Connections ten = new Connections(10, 100, 100, Duration.ofSeconds(20));
    for (int i = 0; i < 6; i++) {
      open(ten, "192.0.2.1");
      ten.holdHeads(guards.get(i), i < 5 ? 20 : 60);
    }
    assertThat(areOpen()).containsExactly(false, false, false, true, true, true);
    assertThat(ten.bytesOfHeads()).isEqualTo(100);
  }

  @Test
  void whatIsClosedHoldsNothingAgain() {
    open(1);
    channels.get(0).close();
    guards.get(0).close();
    assertThat(connections.open()).isZero();
    channels.get(0).pipeline().fireChannelInactive();
    assertThat(connections.open()).isZero();
  }

  /** Whatever is held and given back, in whatever order: nothing is left of it. */
  @Test
  void nothingIsHeldForThoseThatAreClosed() {
    Connections many = new Connections(100, 1_000, 1_000, Duration.ofSeconds(20));
    Random random = new Random(14);
    for (int i = 0; i < 50; i++) {
      open(many, "192.0.2." + i % 7);
    }
    for (int i = 0; i < 5_000; i++) {
      ConnectionGuard value = guards.get(random.nextInt(guards.size()));
      if (isOpen(value) && !many.holdHeads(value, random.nextInt(100))) {
        value.close();
      }
      assertThat(many.bytesOfHeads()).isBetween(0L, 1_000L);
      if (random.nextInt(20) == 0) {
        open(many, "192.0.2." + random.nextInt(7));
      }
    }
    guards.forEach(ConnectionGuard::close);
    assertThat(many.bytesOfHeads()).isZero();
  }

  /** They take file descriptors before their thread knows them, and until it has closed them. */
  @Test
  void socketsAreBoundedUntilTheyAreClosed() {
    Connections few = new Connections(1, 1, 1, Duration.ofSeconds(1));
    for (int i = 0; i < 1_001; i++) {
      assertThat(few.openSocket()).isTrue();
    }
    assertThat(few.openSocket()).isFalse();
    few.closeSocket();
    assertThat(few.openSocket()).isTrue();
  }
}
