package org.alliedregistry.ledger.row;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;

/** Measures the duration of an append until it is on the disk, and its number of entries. */
@ApplicationScoped
class AppendMetrics {

  /** The measured append. */
  interface Append {
    void run() throws SQLException;
  }

  private final MeterRegistry meters;
  private final Timer latency;
  private final DistributionSummary batch;

  AppendMetrics(MeterRegistry meters) {
    this.meters = meters;
    this.latency =
        Timer.builder("registry.ledger.append")
            .description("One transaction of the ledger, until it is on the disk")
            .publishPercentiles(0.5, 0.95, 0.99)
            .register(meters);
    this.batch =
        DistributionSummary.builder("registry.ledger.append.entries")
            .description("Entries in one transaction of the ledger")
            .baseUnit("entries")
            .register(meters);
  }

  /** A failed append is timed too; it counts no entries. */
  void measure(int entries, Append append) throws SQLException {
    Timer.Sample sample = Timer.start(meters);
    try {
      append.run();
      batch.record(entries);
    } finally {
      sample.stop(latency);
    }
  }
}
