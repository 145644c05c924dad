package org.alliedregistry.http.guard;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import java.util.Optional;
import org.alliedregistry.settings.MemoryConverter;

/** The setting of the memory for request bodies. */
@ConfigMapping(prefix = "registry.http")
interface BodyMemoryConfig {

  /** The memory for all bodies together; by default a quarter of the maximum heap. */
  @WithConverter(MemoryConverter.class)
  Optional<MemorySize> bodyMemory();
}
