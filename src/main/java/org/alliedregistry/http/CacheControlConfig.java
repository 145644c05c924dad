package org.alliedregistry.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.alliedregistry.settings.TimeSpanConverter;

/** Settings of Cache-Control. */
@ConfigMapping(prefix = "registry.http")
interface CacheControlConfig {

  /** The max-age of public answers. */
  @WithDefault("5s")
  @WithConverter(TimeSpanConverter.OrNone.class)
  Duration publicMaxAge();
}
