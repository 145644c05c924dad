package org.alliedregistry.http.guard;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.Converter;

/** How much one caller may ask. */
@ConfigMapping(prefix = "registry.rate-limit")
interface RateLimitConfig {

  /** No limit where it is left out, or where it says off. */
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
