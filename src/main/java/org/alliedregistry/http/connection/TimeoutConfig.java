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

/** Settings of the time that the registry waits for a caller, and of the number of connections. */
@ConfigMapping(prefix = "registry.http")
public interface TimeoutConfig {

  /**
   * The time between the last answer and the close of a connection. A client that is still sending
   * would lose the answer if the connection were closed at once.
   */
  Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

  /** The time in which a body must arrive. */
  @WithDefault("30s")
  @WithConverter(TimeSpanConverter.class)
  Duration bodyTimeout();

  /** The time in which the head of a request must arrive. */
  @WithDefault("20s")
  @WithConverter(TimeSpanConverter.class)
  Duration headTimeout();

  /** The maximum of connections; by default one for each 64 KiB of the maximum heap. */
  @WithConverter(CountConverter.class)
  Optional<Integer> maxConnections();

  /** The settings, for code that runs before there are beans. */
  static TimeoutConfig current() {
    return ConfigProvider.getConfig()
        .unwrap(SmallRyeConfig.class)
        .getConfigMapping(TimeoutConfig.class);
  }
}
