package org.alliedregistry.settings;

import java.util.Locale;
import org.eclipse.microprofile.config.spi.Converter;

/** Reads true or false. Any other value is an error; the framework would read it as false. */
public final class FlagConverter implements Converter<Boolean> {

  private static final long serialVersionUID = 1L;

  @Override
  public Boolean convert(String setting) {
    return switch (setting.strip().toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("must be true or false");
    };
  }
}
