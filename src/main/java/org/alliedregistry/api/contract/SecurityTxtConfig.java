package org.alliedregistry.api.contract;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import java.net.URI;
import java.util.Optional;
import org.alliedregistry.settings.AddressConverter;

/** Settings of security.txt. */
@ConfigMapping(prefix = "registry.security-txt")
interface SecurityTxtConfig {

  /** The contact for reports of weaknesses. Without it there is no security.txt. */
  @WithConverter(AddressConverter.Contact.class)
  Optional<URI> contact();
}
