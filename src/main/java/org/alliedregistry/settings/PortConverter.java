package org.alliedregistry.settings;

import java.util.regex.Pattern;
import org.eclipse.microprofile.config.spi.Converter;

/** Reads a port to listen on; 0 = any free port. */
public final class PortConverter implements Converter<Integer> {

  private static final long serialVersionUID = 1L;
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,5}");
  private static final int LAST = 65_535;

  @Override
  public Integer convert(String setting) {
    if (WHOLE.matcher(setting.strip()).matches()) {
      int port = Integer.parseInt(setting.strip());
      if (port <= LAST) {
        return port;
      }
    }
    throw new IllegalArgumentException("must be a port, from 0 to 65535");
  }
}
