package org.alliedregistry.releasability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The same poll, waiting at both registries on connections of its own. */
final class WaitingPolls implements AutoCloseable {

  private static final Duration WAIT = Duration.ofSeconds(2);

  private record Answer(RawAnswer answer, Duration after) {}

  private final PairedRequest request;
  private final RegistryPair registries;
  private final ExecutorService waiting = Executors.newFixedThreadPool(2);
  private final Future<Answer> with;
  private final Future<Answer> without;

  private WaitingPolls(PairedRequest request, RegistryPair registries) {
    this.request = request;
    this.registries = registries;
    PairedRequest other = registries.translated(request);
    this.with = waiting.submit(() -> wait(registries.with.caller(), request));
    this.without = waiting.submit(() -> wait(registries.without.caller(), other));
  }

  static WaitingPolls start(PairedRequest request, RegistryPair registries) {
    return new WaitingPolls(request, registries);
  }

  private static Answer wait(CallerConnection caller, PairedRequest request) {
    try (CallerConnection own = caller.another()) {
      long start = System.nanoTime();
      RawAnswer answer = own.send(request);
      return new Answer(answer, Duration.ofNanos(System.nanoTime() - start));
    }
  }

  boolean areAnswered() {
    return with.isDone() && without.isDone();
  }

  /** Both waited as long as they were asked to, and found nothing. */
  void compare() throws Exception {
    Answer here = with.get();
    registries.compare(
        request, here.answer(), registries.translated(request), without.get().answer());
    assertThat(here.answer().body()).startsWith("{\"items\":[]");
    assertThat(here.after()).as("woken by what is hidden").isGreaterThanOrEqualTo(WAIT);
  }

  @Override
  public void close() {
    waiting.shutdownNow();
  }
}
