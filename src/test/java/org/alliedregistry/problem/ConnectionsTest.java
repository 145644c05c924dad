package org.alliedregistry.problem;

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
      ConnectionGuard one = guards.get(random.nextInt(guards.size()));
      if (isOpen(one) && random.nextBoolean()) {
        one.use().waits(false);
      } else if (isOpen(one) && random.nextBoolean()) {
        one.use().waits(true);
      } else if (random.nextInt(4) == 0) {
        one.close();
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
    connections.begun(guards.get(0), 60);
    connections.begun(guards.get(1), 40);
    assertThat(areOpen()).containsExactly(true, true, true);
    connections.begun(guards.get(1), 41);
    assertThat(areOpen()).containsExactly(false, true, true);
    assertThat(connections.bytesBegun()).isEqualTo(41);
    assertThat(connections.begun(guards.get(1), 201)).isFalse();
    channels.get(1).close();
    assertThat(connections.bytesBegun()).isZero();
  }

  @Test
  void whatIsClosedHoldsNothing() {
    open(2);
    connections.begun(guards.get(0), 60);
    channels.get(0).close();
    assertThat(connections.bytesBegun()).isZero();
    assertThat(connections.open()).isEqualTo(1);
  }

  @Test
  void theOneThatHasNotTakenItsAnswersForLongestGivesWay() {
    open(3);
    connections.unsent(guards.get(1), 600);
    connections.unsent(guards.get(2), 400);
    connections.unsent(guards.get(2), 500);
    assertThat(areOpen()).containsExactly(true, false, true);
    assertThat(connections.bytesUnsent()).isEqualTo(500);
    connections.unsent(guards.get(2), 0);
    assertThat(connections.bytesUnsent()).isZero();
  }

  @Test
  void oneThatTakesItsAnswersSlowlyIsNotTheOneThatTakesNone() {
    open(3);
    connections.unsent(guards.get(0), 600);
    connections.unsent(guards.get(1), 300);
    connections.unsent(guards.get(0), 500);
    connections.unsent(guards.get(2), 300);
    assertThat(areOpen()).containsExactly(true, false, true);
  }
}
