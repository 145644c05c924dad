package org.alliedregistry.settings;

import org.eclipse.microprofile.config.spi.Converter;

/** Reads a large count: an integer of at least 1, up to the range of a long. */
public final class LargeCountConverter implements Converter<Long> {

  private static final long serialVersionUID = 1L;

  @Override
  public Long convert(String setting) {
    if (!setting.strip().matches("[1-9][0-9]{0,17}")) {
      throw new IllegalArgumentException("must be a whole number above 0");
    }
    return Long.valueOf(setting.strip());
  }
}
