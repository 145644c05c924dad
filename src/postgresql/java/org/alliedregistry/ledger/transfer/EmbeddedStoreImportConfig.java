package org.alliedregistry.ledger.transfer;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** The setting of the import of an embedded store. */
@ConfigMapping(prefix = "registry.import")
interface EmbeddedStoreImportConfig {

  /** The data directory of a stopped service with an embedded store. */
  Optional<Path> embeddedStore();
}
