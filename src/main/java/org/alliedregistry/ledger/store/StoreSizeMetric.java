package org.alliedregistry.ledger.store;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import org.alliedregistry.lifecycle.GracefulShutdown;
import org.alliedregistry.lifecycle.PeriodicTask;

/** How many bytes the store takes on the disk, asked from time to time, not by who reads it. */
@ApplicationScoped
class StoreSizeMetric {

  private static final int LAST = 10_000;
  private static final Duration EVERY = Duration.ofSeconds(15);

  private final StoreDialect dialect;
  private volatile double bytes = Double.NaN;

  StoreSizeMetric(StoreDialect dialect, MeterRegistry meters) {
    this.dialect = dialect;
    Gauge.builder("registry.store.size", this, size -> size.bytes)
        .description("The size of the store on the disk")
        .baseUnit("bytes")
        .register(meters);
  }

  void start(@Observes @Priority(LAST) StartupEvent event, Vertx vertx, GracefulShutdown stopping) {
    measure();
    PeriodicTask.run(vertx, stopping, EVERY, this::measure);
  }

  private void measure() {
    try {
      bytes = dialect.size();
    } catch (SQLException e) {
      Log.debugf("the size of the store is not known: %s", StoreErrors.reason(e));
    }
  }
}
