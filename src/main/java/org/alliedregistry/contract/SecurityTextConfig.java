package org.alliedregistry.contract;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** What security.txt says. */
@ConfigMapping(prefix = "registry.security")
interface SecurityTextConfig {

  /** Where to report a weakness; where nobody says, nothing is published. */
  Optional<URI> contact();
}
