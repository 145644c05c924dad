package org.alliedregistry.seed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import org.alliedregistry.settings.FlagConverter;

/** What is loaded into an empty store. */
@ConfigMapping(prefix = "registry")
interface SeedConfig {

  /** Whether the bundled public record is loaded besides the reference data. */
  @WithName("public-record")
  @WithDefault("true")
  @WithConverter(FlagConverter.class)
  boolean publicRecord();
}
