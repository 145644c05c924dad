package org.alliedregistry.http.read;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts the reads with a cached answer, and those without. */
@ApplicationScoped
class ResponseCacheMetrics {

  private final Counter hits;
  private final Counter misses;

  ResponseCacheMetrics(MeterRegistry meters) {
    this.hits = counter(meters, "hit");
    this.misses = counter(meters, "miss");
  }

  void hit() {
    hits.increment();
  }

  void miss() {
    misses.increment();
  }

  private static Counter counter(MeterRegistry meters, String result) {
    return Counter.builder("registry.response.cache")
        .description("Reads of the record by whether their answer was cached")
        .tag("result", result)
        .register(meters);
  }
}
