package org.alliedregistry.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.alliedregistry.settings.TimeSpanConverter;

/** How long what was answered may be kept. */
@ConfigMapping(prefix = "registry.http")
interface CacheControlConfig {

  /** By anybody, without asking again. */
  @WithDefault("5s")
  @WithConverter(TimeSpanConverter.OrNone.class)
  Duration publicMaxAge();
}
