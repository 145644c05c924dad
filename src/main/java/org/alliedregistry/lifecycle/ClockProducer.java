package org.alliedregistry.lifecycle;

import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * The one clock, and the one count of nanoseconds; everything that asks for the time is given it.
 */
class ClockProducer {

  @Produces
  @ApplicationScoped
  Clock clock() {
    return Clock.systemUTC();
  }

  /** How time passes, whatever the clock is set to. */
  @Produces
  @Singleton
  Ticker ticker() {
    return Ticker.systemTicker();
  }
}
