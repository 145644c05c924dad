package org.alliedregistry.http.guard;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import org.eclipse.microprofile.config.spi.Converter;

/** How much one caller may ask. */
@ConfigMapping(prefix = "registry")
interface RateLimitConfig {

  /** Off, or how many requests a minute. */
  @WithName("rate-limit")
  @WithDefault("off")
  @WithConverter(RateConverter.class)
  RequestsPerMinute rateLimit();

  /** Reads the setting. */
  class RateConverter implements Converter<RequestsPerMinute> {

    @Override
    public RequestsPerMinute convert(String setting) {
      return RequestsPerMinute.of(setting.strip());
    }
  }
}
