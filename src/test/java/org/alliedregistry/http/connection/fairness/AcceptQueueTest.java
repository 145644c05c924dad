package org.alliedregistry.http.connection.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AcceptQueueTest {

  private final AcceptQueue<String> queue = new AcceptQueue<>();

  private void add(String network, int count) {
    for (int i = 1; i <= count; i++) {
      queue.add(network, network + i);
    }
  }

  private List<String> takeAll() {
    List<String> all = new ArrayList<>();
    for (String next = queue.take(); next != null; next = queue.take()) {
      all.add(next);
    }
    return all;
  }

  @Test
  void theNetworksTakeTurns() {
    add("a", 4);
    add("b", 2);
    add("c", 1);
    assertThat(takeAll()).containsExactly("a1", "b1", "c1", "a2", "b2", "a3", "a4");
    assertThat(queue.size()).isZero();
  }

  @Test
  void aNetworkThatComesLaterWaitsForOneSocketOfEachOther() {
    add("a", 1_000);
    add("b", 1_000);
    queue.add("c", "c1");
    assertThat(List.of(queue.take(), queue.take(), queue.take())).containsExactly("a1", "b1", "c1");
  }

  @Test
  void theNetworkThatHasMostGivesWay() {
    add("a", 2);
    add("b", 4);
    add("c", 3);
    assertThat(queue.takeOfLargest()).isEqualTo("b1");
    assertThat(queue.takeOfLargest()).isEqualTo("c1");
    assertThat(queue.takeOfLargest()).isEqualTo("b2");
    assertThat(queue.size()).isEqualTo(6);
    assertThat(takeAll()).containsExactly("a1", "b3", "c2", "a2", "b4", "c3");
    assertThat(queue.takeOfLargest()).isNull();
  }

  @Test
  void eachIsTakenOnce() {
    Random random = new Random(14);
    List<String> taken = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      queue.add("n" + random.nextInt(7), String.valueOf(i));
      if (random.nextBoolean()) {
        taken.add(random.nextBoolean() ? queue.take() : queue.takeOfLargest());
      }
      assertThat(queue.size()).isEqualTo(i + 1 - taken.size());
    }
    taken.addAll(takeAll());
    assertThat(taken).hasSize(2_000).doesNotHaveDuplicates();
  }
}
