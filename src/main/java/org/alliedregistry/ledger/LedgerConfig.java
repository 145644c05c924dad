package org.alliedregistry.ledger;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Settings of the ledger. */
@ConfigMapping(prefix = "registry.ledger")
interface LedgerConfig {

  /** The statement that makes the database write what is committed to the disk at once. */
  Optional<String> flushStatement();
}
