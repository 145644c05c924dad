package org.alliedregistry.http.guard;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import org.alliedregistry.settings.CountConverter;
import org.alliedregistry.settings.LargeCountConverter;
import org.alliedregistry.settings.TimeSpanConverter;

/** How much is computed for one question, and for how many at once. */
@ConfigMapping(prefix = "registry")
public interface ComputationConfig {

  /** How many costly questions are computed at once. */
  @WithDefault("8")
  @WithConverter(CountConverter.class)
  int computations();

  /** How long a question waits for its turn at most. */
  @WithName("computations.wait")
  @WithDefault("2s")
  @WithConverter(TimeSpanConverter.OrNone.class)
  Duration longestWait();

  /** How many steps one question may take. */
  @WithDefault("20000000")
  @WithConverter(LargeCountConverter.class)
  long workLimit();
}
