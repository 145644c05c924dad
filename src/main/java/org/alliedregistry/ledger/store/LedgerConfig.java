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

  /** Whether nodes on one store notify each other of new entries, in addition to polling. */
  @WithDefault("true")
  @WithConverter(FlagConverter.class)
  boolean notifications();

  /** The interval of polling for the entries of other nodes; absent for a store of one node. */
  @WithConverter(TimeSpanConverter.class)
  Optional<Duration> pollInterval();

  /** The file that names the last entry of an embedded store; absent if a row does. */
  Optional<Path> headFile();

  /** Whether to start on a ledger that lacks recorded entries, and give them up. */
  @WithDefault("false")
  @WithConverter(FlagConverter.class)
  boolean acceptLostEntries();
}
