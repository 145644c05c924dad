package org.alliedregistry.api.events;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import org.alliedregistry.settings.CountConverter;
import org.alliedregistry.settings.TimeSpanConverter;

/** Settings of the event feed. */
@ConfigMapping(prefix = "registry.feed")
interface EventFeedConfig {

  /** The time without an event after which a stream sends a comment. */
  @WithDefault("15s")
  @WithConverter(TimeSpanConverter.class)
  Duration heartbeat();

  /** The time after which a reader that does not read is disconnected. */
  @WithDefault("30s")
  @WithConverter(TimeSpanConverter.class)
  Duration slowReaderTimeout();

  /**
   * The maximum of streams and waiting polls at once; by default 2,000, or fewer if the heap is
   * small.
   */
  @WithConverter(CountConverter.class)
  Optional<Integer> maxReaders();
}
