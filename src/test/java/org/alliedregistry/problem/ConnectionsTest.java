package org.alliedregistry.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectionsTest {

  private final Connections connections = new Connections(3, 100, 1_000, Duration.ofSeconds(20));
  private final List<EmbeddedChannel> channels = new ArrayList<>();
  private final List<ConnectionGuard> guards = new ArrayList<>();

  private void open(int count) {
    for (int i = 0; i < count; i++) {
      ConnectionGuard guard = new ConnectionGuard(connections);
      guards.add(guard);
      channels.add(new EmbeddedChannel(guard));
    }
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
  void oneWithARequestDoesNotGiveWay() {
    open(3);
    guards.forEach(connections::busy);
    open(1);
    assertThat(areOpen()).containsExactly(true, true, true, false);
    connections.waits(guards.get(1));
    open(1);
    assertThat(areOpen()).containsExactly(true, false, true, false, true);
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
}
