package org.alliedregistry.settings;

import java.util.regex.Pattern;
import org.eclipse.microprofile.config.spi.Converter;

/** Reads a count: an integer of at least 1, with at most 9 digits. */
public final class CountConverter implements Converter<Integer> {

  private static final long serialVersionUID = 1L;
  private static final Pattern WHOLE = Pattern.compile("[1-9][0-9]{0,8}");

  @Override
  public Integer convert(String setting) {
    if (!WHOLE.matcher(setting.strip()).matches()) {
      throw new IllegalArgumentException("must be a whole number from 1 to 999999999");
    }
    return Integer.valueOf(setting.strip());
  }
}
