package org.alliedregistry.http.guard;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;

/** The metrics of costly requests: how many are computed now, and how many wait. */
@Singleton
class ComputationMetrics implements MeterBinder {

  private final PermitQueue permits;

  ComputationMetrics(PermitQueue permits) {
    this.permits = permits;
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    Gauge.builder("registry.computations.running", permits, PermitQueue::computing)
        .description("Costly questions that are computed")
        .register(meters);
    Gauge.builder("registry.computations.waiting", permits, PermitQueue::waiting)
        .description("Costly questions that wait to be computed")
        .register(meters);
  }
}
