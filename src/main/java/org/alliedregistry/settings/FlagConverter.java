package org.alliedregistry.settings;

import java.util.Locale;
import org.eclipse.microprofile.config.spi.Converter;

/** Whether: true or false, and nothing that would be taken for false because it is neither. */
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
