package org.alliedregistry.feed;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;

/** How many follow the ledger. */
@Singleton
class FeedMeters implements MeterBinder {

  private final Seats seats;

  FeedMeters(Seats seats) {
    this.seats = seats;
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    Gauge.builder("registry.feed.readers", seats, Seats::taken)
        .description("Open streams and waiting polls")
        .register(meters);
  }
}
