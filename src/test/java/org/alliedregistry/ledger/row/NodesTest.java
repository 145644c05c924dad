package org.alliedregistry.ledger.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.reference.Ally;
import org.alliedregistry.ledger.Ledger;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.ProblemType;
import org.alliedregistry.support.PrivateStores;
import org.junit.jupiter.api.Test;

/** Several nodes on one store. */
@QuarkusTest
@TestProfile(PrivateStores.class)
class NodesTest {

  private static final int WRITES = 40;

  private final PrivateStore store = new PrivateStore();
  private final List<Ledger> nodes =
      IntStream.range(0, 3).mapToObj(i -> store.ledger(Clock.systemUTC())).toList();

  private static List<EntryContent> ally(String code) {
    return List.of(
        new EntryContent.AllyVersionRecorded(new Ally(code, code, Ally.Kind.STATE, Set.of())));
  }

  /** A reply that says how much was recorded when it was made. */
  private static Supplier<StoredResponse> reply(RegistrySnapshot after) {
    byte[] body = Integer.toString(after.log().size()).getBytes(StandardCharsets.US_ASCII);
    return () -> new StoredResponse(201, null, null, "text/plain", body);
  }

  private static CompletableFuture<Void> started(Runnable work) {
    return CompletableFuture.runAsync(work, task -> new Thread(task, "node").start());
  }

  @Test
  void whateverTheyWriteAtOnceIsOneChainWithoutGapsAndNothingIsLost() {
    List<CompletableFuture<Void>> writing = new ArrayList<>();
    for (int n = 0; n < nodes.size(); n++) {
      int node = n;
      writing.add(
          started(
              () -> {
                for (int i = 0; i < WRITES; i++) {
                  String code = "N" + node + "W" + i;
                  nodes.get(node).append("tests", registry -> ally(code), NodesTest::reply, null);
                }
              }));
    }
    writing.forEach(CompletableFuture::join);
    nodes.forEach(Ledger::catchUp);

    RegistrySnapshot first = nodes.get(0).registry();
    assertThat(first.allies()).hasSize(nodes.size() * WRITES);
    assertThat(first.log().stream().map(e -> e.stamp().sequence()).toList())
        .isEqualTo(LongStream.rangeClosed(1, (long) nodes.size() * WRITES).boxed().toList());
    assertThat(nodes).allMatch(node -> node.registry().equals(first));
    assertThat(nodes).allMatch(node -> node.verify().isVerified());
  }

  @Test
  void aRequestThatIsRepeatedOnAnotherNodeIsAnsweredAsItWasFirst() {
    IdempotencyKey key = new IdempotencyKey("caller", "key", "digest");
    StoredResponse first =
        nodes.get(0).append("tests", registry -> ally("AAA"), NodesTest::reply, key);

    assertThat(nodes.get(1).findResponse(key).orElseThrow().body()).isEqualTo(first.body());
    assertThat(nodes.get(2).append("tests", registry -> ally("BBB"), NodesTest::reply, key).body())
        .as("where it was not looked for in time")
        .isEqualTo(first.body());
    assertThat(nodes.get(2).registry().allies()).containsOnlyKeys("AAA");
  }

  @Test
  void whatIsDecidedIsDecidedOnWhatOthersRecorded() {
    nodes.get(0).append("tests", registry -> ally("AAA"), NodesTest::reply, null);
    AtomicInteger known = new AtomicInteger();
    nodes
        .get(1)
        .append(
            "tests",
            registry -> {
              known.set(registry.allies().size());
              return ally("BBB");
            },
            NodesTest::reply,
            null);

    assertThat(known).hasValue(1);
  }

  @Test
  void aNodeThatStartsBesideAnotherFillsNothingTwice() {
    assertThat(nodes.get(0).append("seed", List.of(registry -> ally("AAA")))).isTrue();
    assertThat(nodes.get(1).append("seed", List.of(registry -> ally("AAA")))).isFalse();
    assertThat(nodes.get(1).registry().log()).hasSize(1);
  }

  @Test
  void whoeverWaitsIsToldOfWhatAnotherNodeRecorded() {
    AtomicInteger history = new AtomicInteger();
    nodes.get(1).onRecorded(history::incrementAndGet);
    nodes.get(0).append("tests", registry -> ally("AAA"), NodesTest::reply, null);

    assertThat(nodes.get(1).catchUp()).isTrue();
    assertThat(nodes.get(1).catchUp()).isFalse();
    assertThat(history).hasValue(1);
  }

  private static EntryContent.AllyVersionRecorded named(String name) {
    return new EntryContent.AllyVersionRecorded(new Ally("AAA", name, Ally.Kind.STATE, Set.of()));
  }

  /** Nothing is recorded where it would change nothing. */
  private static void rename(Ledger node, String name) {
    node.append(
        "tests",
        registry ->
            registry.ally("AAA").filter(ally -> ally.name().equals(name)).isPresent()
                ? List.of()
                : List.of(named(name)),
        NodesTest::reply,
        null);
  }

  @Test
  void whatWouldChangeNothingHereIsRecordedWhereAnotherNodeRecordedOtherwise() {
    rename(nodes.get(0), "X");
    nodes.get(1).catchUp();
    rename(nodes.get(0), "Y");
    rename(nodes.get(1), "X");

    nodes.get(0).catchUp();
    assertThat(nodes.get(0).registry().ally("AAA").orElseThrow().name()).isEqualTo("X");
  }

  @Test
  void aRefusalHoldsOfWhatOthersRecordedToo() {
    nodes.get(0).append("tests", registry -> ally("AAA"), NodesTest::reply, null);
    nodes
        .get(1)
        .append(
            "tests",
            registry -> {
              if (registry.ally("AAA").isEmpty()) {
                throw ProblemException.notFound("No such ally.");
              }
              return ally("BBB");
            },
            NodesTest::reply,
            null);

    assertThat(nodes.get(1).registry().allies()).containsOnlyKeys("AAA", "BBB");
  }

  @Test
  void howeverFarBehindANodeIsItTakesOverEverythingAtOnce() {
    List<EntryContent> many =
        IntStream.range(0, 10_001).mapToObj(i -> ally("N" + i).get(0)).toList();
    nodes.get(0).append("tests", registry -> ally("AAA"), NodesTest::reply, null);
    nodes.get(1).catchUp();
    nodes.get(0).append("tests", List.of(registry -> many));
    nodes.get(1).catchUp();

    assertThat(nodes.get(1).registry().log()).hasSize(10_002);
  }

  /** As after a restore of an older copy, or a turn to a database that lags behind. */
  private Ledger nodeWhoseStoreLostTheLast() {
    Ledger node = nodes.get(0);
    node.append("tests", registry -> ally("AAA"), NodesTest::reply, null);
    node.append("tests", registry -> ally("BBB"), NodesTest::reply, null);
    store.execute("delete from ledger_entry where sequence = 2");
    store.execute(
        "update ledger_head set sequence = 1,"
            + " hash = (select hash from ledger_entry where sequence = 1)");
    return node;
  }

  @Test
  void onAStoreThatLostWhatWasRecordedNothingIsWrittenOrTakenOver() {
    Ledger node = nodeWhoseStoreLostTheLast();

    assertRefused(() -> node.append("tests", registry -> ally("CCC"), NodesTest::reply, null));
    assertRefused(node::catchUp);
    assertThat(node.registry().allies()).as("what it tells").containsOnlyKeys("AAA", "BBB");
    assertThat(store.ledger(Clock.systemUTC()).registry().allies()).containsOnlyKeys("AAA");
  }

  @Test
  void norWhereOthersWroteOnMeanwhile() {
    Ledger node = nodeWhoseStoreLostTheLast();
    Ledger other = store.ledger(Clock.systemUTC());
    other.append("tests", registry -> ally("CCC"), NodesTest::reply, null);
    other.append("tests", registry -> ally("DDD"), NodesTest::reply, null);

    assertRefused(node::catchUp);
    assertRefused(() -> node.append("tests", registry -> ally("EEE"), NodesTest::reply, null));
    assertThat(store.ledger(Clock.systemUTC()).registry().allies())
        .containsOnlyKeys("AAA", "CCC", "DDD");
  }

  private static void assertRefused(Runnable work) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(
            ProblemException.class,
            refusal -> assertThat(refusal.type()).isEqualTo(ProblemType.STORE_UNAVAILABLE));
  }
}
