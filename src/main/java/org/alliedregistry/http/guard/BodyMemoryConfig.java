package org.alliedregistry.http.guard;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import java.util.Optional;
import org.alliedregistry.settings.MemoryConverter;

/** How much memory bodies may take. */
@ConfigMapping(prefix = "registry.http")
interface BodyMemoryConfig {

  /** All of them together; by default a quarter of the largest heap. */
  @WithConverter(MemoryConverter.class)
  Optional<MemorySize> bodyMemory();
}
