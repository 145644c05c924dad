package org.alliedregistry.seed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import org.alliedregistry.settings.FlagConverter;

/** Settings of the data that an empty store is filled with. */
@ConfigMapping(prefix = "registry")
interface SeedConfig {

  /** Whether the bundled public record is loaded in addition to the reference data. */
  @WithName("public-record")
  @WithDefault("true")
  @WithConverter(FlagConverter.class)
  boolean publicRecord();
}
