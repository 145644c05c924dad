package org.alliedregistry.http.connection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import org.alliedregistry.settings.CountConverter;
import org.alliedregistry.settings.TimeSpanConverter;
import org.eclipse.microprofile.config.ConfigProvider;

/** How long the registry waits for a caller, and for how many at once. */
@ConfigMapping(prefix = "registry.http")
public interface TimeoutConfig {

  /**
   * How long the last answer may take to be read: a client that still sends loses it at a sudden
   * end.
   */
  Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

  /** Within what time a body must be there. */
  @WithDefault("30s")
  @WithConverter(TimeSpanConverter.class)
  Duration bodyTimeout();

  /** Within what time the head of a request must be there. */
  @WithDefault("20s")
  @WithConverter(TimeSpanConverter.class)
  Duration headTimeout();

  /** By default one connection for each 64 KiB of the largest heap. */
  @WithConverter(CountConverter.class)
  Optional<Integer> maxConnections();

  /** Before there are beans. */
  static TimeoutConfig current() {
    return ConfigProvider.getConfig()
        .unwrap(SmallRyeConfig.class)
        .getConfigMapping(TimeoutConfig.class);
  }
}
