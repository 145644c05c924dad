package org.alliedregistry.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import org.alliedregistry.settings.Count;
import org.alliedregistry.settings.Steps;
import org.alliedregistry.settings.TimeSpan;

/** How much is computed for one question, and for how many at once. */
@ConfigMapping(prefix = "registry")
public interface WorkConfig {

  /** How many costly questions are computed at once. */
  @WithDefault("8")
  @WithConverter(Count.class)
  int computations();

  /** How long a question waits for its turn at most. */
  @WithName("computations.wait")
  @WithDefault("2s")
  @WithConverter(TimeSpan.OrNone.class)
  Duration longestWait();

  /** How many steps one question may take. */
  @WithDefault("20000000")
  @WithConverter(Steps.class)
  long workLimit();
}
