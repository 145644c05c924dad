package org.alliedregistry.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import org.alliedregistry.settings.TimeSpan;

/** How long what was answered may be kept. */
@ConfigMapping(prefix = "registry")
interface KeepingConfig {

  /** By anybody, without asking again. */
  @WithName("public-max-age")
  @WithDefault("5s")
  @WithConverter(TimeSpan.OrNone.class)
  Duration publicMaxAge();
}
