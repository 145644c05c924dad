package org.alliedregistry.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.eclipse.microprofile.config.spi.Converter;

/** Reads an address of this machine to listen on. */
public final class HostConverter implements Converter<InetAddress> {

  private static final long serialVersionUID = 1L;

  @Override
  public InetAddress convert(String setting) {
    try {
      return InetAddress.getByName(setting.strip());
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(
          "must be an address of this machine, such as 127.0.0.1 or 0.0.0.0", e);
    }
  }
}
