package org.alliedregistry.security.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.nio.file.Path;

/** The directory of the signing key and of the first token. */
@ConfigMapping(prefix = "registry")
interface DataDirectoryConfig {

  @WithName("data-dir")
  @WithDefault("data")
  Path dataDir();
}
