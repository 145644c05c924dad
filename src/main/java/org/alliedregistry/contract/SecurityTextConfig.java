package org.alliedregistry.contract;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import java.net.URI;
import java.util.Optional;
import org.alliedregistry.settings.Address;

/** What security.txt says. */
@ConfigMapping(prefix = "registry.security")
interface SecurityTextConfig {

  /** Where to report a weakness; where nobody says, nothing is published. */
  @WithConverter(Address.Contact.class)
  Optional<URI> contact();
}
