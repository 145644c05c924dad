package org.alliedregistry.problem;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;

/** How long the registry waits for a caller. */
@ConfigMapping(prefix = "registry")
interface PatienceConfig {

  /** Within what time a body must be there. */
  @WithName("request-timeout")
  @WithDefault("30s")
  Duration requestTimeout();
}
