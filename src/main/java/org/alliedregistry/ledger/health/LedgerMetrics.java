package org.alliedregistry.ledger.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import org.alliedregistry.domain.record.EntryStamp;
import org.alliedregistry.ledger.Ledger;
import org.alliedregistry.ledger.LedgerFollower;

/** The metrics of the number of entries and of the lag of this node. */
@Singleton
class LedgerMetrics implements MeterBinder {

  private final Ledger ledger;
  private final LedgerFollower follower;

  LedgerMetrics(Ledger ledger, LedgerFollower follower) {
    this.ledger = ledger;
    this.follower = follower;
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    Gauge.builder("registry.ledger.entries", ledger, LedgerMetrics::entries)
        .description("The number of the last entry that this node shows")
        .register(meters);
    Gauge.builder("registry.ledger.lag", follower, t -> t.lag().toMillis() / 1_000.0)
        .description("How long entries of other nodes may be missing on this node")
        .baseUnit("seconds")
        .register(meters);
  }

  private static double entries(Ledger ledger) {
    EntryStamp last = ledger.registry().last();
    return last == null ? 0 : last.sequence();
  }
}
