package org.alliedregistry.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import org.alliedregistry.settings.TimeSpanConverter;

/** How long what was answered may be kept. */
@ConfigMapping(prefix = "registry")
interface CacheControlConfig {

  /** By anybody, without asking again. */
  @WithName("public-max-age")
  @WithDefault("5s")
  @WithConverter(TimeSpanConverter.OrNone.class)
  Duration publicMaxAge();
}
