package org.alliedregistry.releasability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The same poll, waiting at both registries on connections of its own. */
final class WaitingPolls implements AutoCloseable {

  private static final Duration WAIT = Duration.ofSeconds(2);

  private record Answer(RawAnswer heard, Duration after) {}

  private final PairedRequest asked;
  private final RegistryPair registries;
  private final ExecutorService waiting = Executors.newFixedThreadPool(2);
  private final Future<Answer> with;
  private final Future<Answer> without;

  private WaitingPolls(PairedRequest asked, RegistryPair registries) {
    this.asked = asked;
    this.registries = registries;
    PairedRequest other = registries.translated(asked);
    this.with = waiting.submit(() -> wait(registries.with.caller(), asked));
    this.without = waiting.submit(() -> wait(registries.without.caller(), other));
  }

  static WaitingPolls start(PairedRequest asked, RegistryPair registries) {
    return new WaitingPolls(asked, registries);
  }

  private static Answer wait(CallerConnection caller, PairedRequest asked) {
    try (CallerConnection own = caller.another()) {
      long start = System.nanoTime();
      RawAnswer heard = own.send(asked);
      return new Answer(heard, Duration.ofNanos(System.nanoTime() - start));
    }
  }

  boolean areAnswered() {
    return with.isDone() && without.isDone();
  }

  /** Both waited as long as they were asked to, and found nothing. */
  void compare() throws Exception {
    Answer here = with.get();
    registries.compare(asked, here.heard(), registries.translated(asked), without.get().heard());
    assertThat(here.heard().body()).startsWith("{\"items\":[]");
    assertThat(here.after()).as("woken by what is hidden").isGreaterThanOrEqualTo(WAIT);
  }

  @Override
  public void close() {
    waiting.shutdownNow();
  }
}
