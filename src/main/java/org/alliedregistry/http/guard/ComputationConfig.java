package org.alliedregistry.http.guard;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import org.alliedregistry.settings.CountConverter;
import org.alliedregistry.settings.LargeCountConverter;
import org.alliedregistry.settings.TimeSpanConverter;

/** Settings of the computation of costly requests. */
@ConfigMapping(prefix = "registry")
public interface ComputationConfig {

  /** The number of costly requests that are computed at once. */
  @WithDefault("8")
  @WithConverter(CountConverter.class)
  int computations();

  /** The longest time that a request waits for a permit. */
  @WithName("computations.wait")
  @WithDefault("2s")
  @WithConverter(TimeSpanConverter.OrNone.class)
  Duration longestWait();

  /** The number of steps that one request may take. */
  @WithDefault("20000000")
  @WithConverter(LargeCountConverter.class)
  long workLimit();
}
