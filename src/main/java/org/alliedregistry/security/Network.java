package org.alliedregistry.security;

import io.netty.util.NetUtil;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The network of a caller: its IPv4 address, or the first half of its IPv6 address. The owner of a
 * network chooses the second half freely, so it does not tell callers apart.
 */
public final class Network {

  /** Longer than any address. */
  private static final int MAX_LENGTH = 64;

  private static final int IPV6_BYTES = 16;
  private static final int NETWORK_BYTES = 8;

  /** The first bytes, in hex, of an IPv4 address that is written as IPv6. */
  private static final String OF_VERSION_FOUR = "00000000000000000000ffff";

  private static final String UNKNOWN = "unknown";

  private Network() {}

  /**
   * The network of an address.
   *
   * @param address null if the connection is closed already
   */
  public static String of(@Nullable String address) {
    if (address == null) {
      return UNKNOWN;
    }
    byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
    return bytes != null
            && bytes.length == IPV6_BYTES
            && !HexFormat.of().formatHex(bytes).startsWith(OF_VERSION_FOUR)
        ? HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES)) + "::/64"
        : address.substring(0, Math.min(address.length(), MAX_LENGTH));
  }

  /** The network of the remote end of a connection. */
  public static String of(@Nullable SocketAddress remote) {
    return remote instanceof InetSocketAddress internet && internet.getAddress() != null
        ? of(internet.getAddress().getHostAddress())
        : UNKNOWN;
  }
}
