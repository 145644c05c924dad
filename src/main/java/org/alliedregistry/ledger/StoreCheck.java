package org.alliedregistry.ledger;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while what is told is what is recorded; a node that lost the store goes on answering. */
@Readiness
class StoreCheck implements HealthCheck {

  private final Tail tail;

  StoreCheck(Tail tail) {
    this.tail = tail;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("ledger")
        .status(tail.age().compareTo(Tail.LONG) <= 0)
        .withData("secondsBehind", tail.age().toSeconds())
        .build();
  }
}
