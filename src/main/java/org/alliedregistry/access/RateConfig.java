package org.alliedregistry.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import org.eclipse.microprofile.config.spi.Converter;

/** How much one caller may ask. */
@ConfigMapping(prefix = "registry")
interface RateConfig {

  /** Off, or how many requests a minute. */
  @WithName("rate-limit")
  @WithDefault("off")
  @WithConverter(AsRate.class)
  Rate rateLimit();

  /** Reads the setting. */
  class AsRate implements Converter<Rate> {

    @Override
    public Rate convert(String setting) {
      return Rate.of(setting.strip());
    }
  }
}
