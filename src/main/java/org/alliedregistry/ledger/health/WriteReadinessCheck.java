package org.alliedregistry.ledger.health;

import io.smallrye.health.api.HealthGroup;
import org.alliedregistry.ledger.LedgerFollower;
import org.alliedregistry.lifecycle.GracefulShutdown;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** Ready while the store accepts writes and this node has read all recorded entries. */
@HealthGroup("writes")
class WriteReadinessCheck implements HealthCheck {

  private final LedgerFollower follower;
  private final StoreProbe probe;
  private final GracefulShutdown stopping;

  WriteReadinessCheck(LedgerFollower follower, StoreProbe probe, GracefulShutdown stopping) {
    this.follower = follower;
    this.probe = probe;
    this.stopping = stopping;
  }

  @Override
  public HealthCheckResponse call() {
    String fault = fault();
    HealthCheckResponseBuilder answer =
        HealthCheckResponse.named("ready for writes")
            .status(fault.isEmpty())
            .withData("secondsBehind", follower.lag().toSeconds());
    if (!fault.isEmpty()) {
      answer.withData("reason", fault);
    }
    return answer.build();
  }

  /** The reason why the node accepts no writes; empty if it does. */
  private String fault() {
    if (stopping.hasBegun()) {
      return "the service is stopping";
    }
    String storeFault = probe.fault();
    return storeFault.isEmpty() && follower.lag().compareTo(LedgerFollower.STALE_AFTER) > 0
        ? "entries of other nodes may be missing on this node"
        : storeFault;
  }
}
