package org.alliedregistry.ledger;

import io.smallrye.health.api.HealthGroup;
import org.alliedregistry.problem.Stopping;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** Ready while the store takes writes, and what is told is all that is recorded. */
@HealthGroup("writes")
class ReadyForWrites implements HealthCheck {

  private final Tail tail;
  private final StoreProbe probe;
  private final Stopping stopping;

  ReadyForWrites(Tail tail, StoreProbe probe, Stopping stopping) {
    this.tail = tail;
    this.probe = probe;
    this.stopping = stopping;
  }

  @Override
  public HealthCheckResponse call() {
    String fault = fault();
    HealthCheckResponseBuilder answer =
        HealthCheckResponse.named("ready for writes")
            .status(fault.isEmpty())
            .withData("secondsBehind", tail.age().toSeconds());
    if (!fault.isEmpty()) {
      answer.withData("reason", fault);
    }
    return answer.build();
  }

  /** Why no write is taken; empty where they are. */
  private String fault() {
    if (stopping.hasBegun()) {
      return "the service stops";
    }
    String ofStore = probe.fault();
    return ofStore.isEmpty() && tail.age().compareTo(Tail.LONG) > 0
        ? "what other nodes recorded is not known here"
        : ofStore;
  }
}
