package org.alliedregistry.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;

/** How much is computed for one question, and for how many at once. */
@ConfigMapping(prefix = "registry")
public interface WorkConfig {

  /** How many costly questions are computed at once. */
  @WithDefault("8")
  int computations();

  /** How long a question waits for its turn at most. */
  @WithName("computations.wait")
  @WithDefault("2s")
  Duration longestWait();

  /** How many steps one question may take. */
  @WithDefault("20000000")
  long workLimit();
}
