package org.alliedregistry.ledger.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.alliedregistry.settings.FlagConverter;
import org.alliedregistry.settings.TimeSpanConverter;

/** Settings of the ledger. */
@ConfigMapping(prefix = "registry.ledger")
public interface LedgerConfig {

  /** Whether nodes on one store tell each other what they record, beside looking for it. */
  @WithDefault("true")
  @WithConverter(FlagConverter.class)
  boolean notifications();

  /** How often to look what other nodes recorded; absent where the store is one node's own. */
  @WithConverter(TimeSpanConverter.class)
  Optional<Duration> pollInterval();

  /** The file that names the last entry beside an embedded store; absent where a row does. */
  Optional<Path> headFile();

  /** Whether to start on a ledger that lacks entries which were recorded, and forget them. */
  @WithDefault("false")
  @WithConverter(FlagConverter.class)
  boolean acceptLostEntries();
}
