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
    String fault = stopping.hasBegun() ? "the service stops" : probe.fault();
    boolean isBehind = tail.age().compareTo(Tail.LONG) > 0;
    HealthCheckResponseBuilder answer =
        HealthCheckResponse.named("ready for writes")
            .status(fault.isEmpty() && !isBehind)
            .withData("secondsBehind", tail.age().toSeconds());
    if (!fault.isEmpty()) {
      answer.withData("reason", fault);
    }
    return answer.build();
  }
}
