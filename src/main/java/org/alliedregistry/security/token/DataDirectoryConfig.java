package org.alliedregistry.security.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.nio.file.Path;

/** Where the service keeps its own key and the first token. */
@ConfigMapping(prefix = "registry")
interface DataDirectoryConfig {

  @WithName("data-dir")
  @WithDefault("data")
  Path dataDir();
}
