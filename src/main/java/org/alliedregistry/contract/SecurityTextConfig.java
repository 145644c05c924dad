package org.alliedregistry.contract;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** What security.txt says. */
@ConfigMapping(prefix = "registry.security")
interface SecurityTextConfig {

  /** Where to report a weakness. */
  @WithDefault("mailto:security@alliedregistry.org")
  URI contact();
}
