package org.alliedregistry.lifecycle;

import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Produces the clock and the nanosecond ticker that all classes use. */
class ClockProducer {

  @Produces
  @ApplicationScoped
  Clock clock() {
    return Clock.systemUTC();
  }

  /** Measures elapsed time; it does not depend on the setting of the clock. */
  @Produces
  @Singleton
  Ticker ticker() {
    return Ticker.systemTicker();
  }
}
