package org.alliedregistry.settings;

import java.net.URI;
import java.net.URISyntaxException;
import org.eclipse.microprofile.config.spi.Converter;

/** Reads an http or https URL. It is kept as a text, because URLs are compared letter by letter. */
public final class AddressConverter implements Converter<String> {

  private static final long serialVersionUID = 1L;

  @Override
  public String convert(String setting) {
    return like(
            "(?i)https?://[^\\s/].*", setting, "must be an address, such as https://id.example.org")
        .toString();
  }

  /** Reads a contact: a mailto, tel or https URI (RFC 9116, 2.5.3). */
  public static final class Contact implements Converter<URI> {

    private static final long serialVersionUID = 1L;

    @Override
    public URI convert(String setting) {
      return like(
          "(?i)(mailto:|tel:|https://[^\\s/]).+",
          setting,
          "must be an address, such as mailto:security@example.org, https://example.org/report or"
              + " tel:+1-201-555-0123");
    }
  }

  private static URI like(String form, String setting, String rule) {
    try {
      URI address = new URI(setting.strip());
      if (address.toString().matches(form)) {
        return address;
      }
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(rule, e);
    }
    throw new IllegalArgumentException(rule);
  }
}
