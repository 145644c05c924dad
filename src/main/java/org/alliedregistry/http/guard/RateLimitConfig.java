package org.alliedregistry.http.guard;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.Converter;

/** The setting of the rate limit. */
@ConfigMapping(prefix = "registry.rate-limit")
interface RateLimitConfig {

  /** The limit; no limit if it is empty or "off". */
  @WithConverter(RateConverter.class)
  Optional<RequestsPerMinute> requestsPerMinute();

  /** Reads the setting. */
  class RateConverter implements Converter<RequestsPerMinute> {

    @Override
    public RequestsPerMinute convert(String setting) {
      return RequestsPerMinute.of(setting.strip());
    }
  }
}
