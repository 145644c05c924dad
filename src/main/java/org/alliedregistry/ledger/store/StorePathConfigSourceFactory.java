package org.alliedregistry.ledger.store;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Gives {@code store.path}, the data directory as an absolute path: the embedded store takes no
 * relative one.
 */
public final class StorePathConfigSourceFactory implements ConfigSourceFactory {

  private static final int BELOW_EVERYTHING = 0;

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    String dataDir = context.getValue("registry.data-dir").getValue();
    String path = Path.of(dataDir == null ? "data" : dataDir).toAbsolutePath().toString();
    return List.of(
        new PropertiesConfigSource(Map.of("store.path", path), "store path", BELOW_EVERYTHING));
  }
}
