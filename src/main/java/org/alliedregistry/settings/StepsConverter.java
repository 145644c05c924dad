package org.alliedregistry.settings;

import org.eclipse.microprofile.config.spi.Converter;

/** How much work: a whole number from 1 on, and a long one. */
public final class StepsConverter implements Converter<Long> {

  private static final long serialVersionUID = 1L;

  @Override
  public Long convert(String setting) {
    if (!setting.strip().matches("[1-9][0-9]{0,17}")) {
      throw new IllegalArgumentException("must be a whole number above 0");
    }
    return Long.valueOf(setting.strip());
  }
}
