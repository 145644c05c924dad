package org.alliedregistry.ledger.store;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * A node that starts while another one migrates waits until that is done, however long it takes.
 */
@Singleton
class FlywayLockWait implements FlywayConfigurationCustomizer {

  private static final int FOREVER = -1;

  @Override
  public void customize(FluentConfiguration configuration) {
    configuration.lockRetryCount(FOREVER);
  }
}
