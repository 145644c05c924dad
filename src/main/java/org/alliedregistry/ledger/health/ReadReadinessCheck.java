package org.alliedregistry.ledger.health;

import org.alliedregistry.domain.record.EntryStamp;
import org.alliedregistry.ledger.Ledger;
import org.alliedregistry.ledger.LedgerFollower;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready for reads while the node has a record in memory, even if the store does not answer. The
 * data says how old the record is.
 */
@Readiness
class ReadReadinessCheck implements HealthCheck {

  private final Ledger ledger;
  private final LedgerFollower follower;

  ReadReadinessCheck(Ledger ledger, LedgerFollower follower) {
    this.ledger = ledger;
    this.follower = follower;
  }

  @Override
  public HealthCheckResponse call() {
    EntryStamp last = ledger.registry().last();
    return HealthCheckResponse.named("ready for reads")
        .status(last != null)
        .withData("entries", last == null ? 0 : last.sequence())
        .withData("secondsBehind", follower.lag().toSeconds())
        .build();
  }
}
