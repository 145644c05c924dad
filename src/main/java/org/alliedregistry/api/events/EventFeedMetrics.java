package org.alliedregistry.api.events;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;

/** The metric of the readers of the event feed. */
@Singleton
class EventFeedMetrics implements MeterBinder {

  private final ReaderLimit readerLimit;

  EventFeedMetrics(ReaderLimit readerLimit) {
    this.readerLimit = readerLimit;
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    Gauge.builder("registry.feed.readers", readerLimit, ReaderLimit::taken)
        .description("Open streams and waiting polls")
        .register(meters);
  }
}
