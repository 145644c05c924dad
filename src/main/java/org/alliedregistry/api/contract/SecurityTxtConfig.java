package org.alliedregistry.api.contract;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import java.net.URI;
import java.util.Optional;
import org.alliedregistry.settings.AddressConverter;

/** What security.txt says. */
@ConfigMapping(prefix = "registry.security-txt")
interface SecurityTxtConfig {

  /** Where to report a weakness; where nobody says, nothing is published. */
  @WithConverter(AddressConverter.Contact.class)
  Optional<URI> contact();
}
