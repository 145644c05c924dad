package org.alliedregistry.ledger;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.Optional;

/** Settings of the ledger. */
@ConfigMapping(prefix = "registry.ledger")
interface LedgerConfig {

  /** The statement that makes the database write what is committed to the disk at once. */
  Optional<String> flushStatement();

  /** How often to look what other nodes recorded; absent where the store is one node's own. */
  Optional<Duration> tail();
}
