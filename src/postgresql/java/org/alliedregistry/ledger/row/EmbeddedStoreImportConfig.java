package org.alliedregistry.ledger.row;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where an empty store is filled from at start. */
@ConfigMapping(prefix = "registry.import")
interface EmbeddedStoreImportConfig {

  /** The data directory of a service with an embedded store, which is stopped. */
  Optional<Path> embeddedStore();
}
