package org.alliedregistry.api.events;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import org.alliedregistry.settings.CountConverter;
import org.alliedregistry.settings.TimeSpanConverter;

/** Settings of the feed. */
@ConfigMapping(prefix = "registry.feed")
interface EventFeedConfig {

  /** After how long without an event a stream says that it is still there. */
  @WithDefault("15s")
  @WithConverter(TimeSpanConverter.class)
  Duration heartbeat();

  /** How long a reader may leave lying what was sent to it before it is cut off. */
  @WithDefault("30s")
  @WithConverter(TimeSpanConverter.class)
  Duration slowReaderTimeout();

  /**
   * How many may read a stream or wait on a poll at once; by default 2,000, and fewer where the
   * heap is small.
   */
  @WithConverter(CountConverter.class)
  Optional<Integer> maxReaders();
}
