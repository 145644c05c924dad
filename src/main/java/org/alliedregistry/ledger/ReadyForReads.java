package org.alliedregistry.ledger;

import org.alliedregistry.registry.Stamp;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready while the node has a record to tell of, and how old that is: a node that lost the store
 * goes on answering.
 */
@Readiness
class ReadyForReads implements HealthCheck {

  private final Ledger ledger;
  private final Tail tail;

  ReadyForReads(Ledger ledger, Tail tail) {
    this.ledger = ledger;
    this.tail = tail;
  }

  @Override
  public HealthCheckResponse call() {
    Stamp last = ledger.registry().last();
    return HealthCheckResponse.named("ready for reads")
        .status(last != null)
        .withData("entries", last == null ? 0 : last.sequence())
        .withData("secondsBehind", tail.age().toSeconds())
        .build();
  }
}
