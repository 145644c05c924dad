package org.alliedregistry.security;

import io.netty.util.NetUtil;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What callers are told apart by where nothing else is known of them: their address, or the first
 * half of one of version 6, since the rest is its owner's to choose.
 */
public final class Network {

  /** Longer than any address. */
  private static final int LONGEST = 64;

  private static final int IPV6_BYTES = 16;
  private static final int NETWORK_BYTES = 8;

  /** How an address of version 4 begins where it is written as one of version 6. */
  private static final String OF_VERSION_FOUR = "00000000000000000000ffff";

  private static final String UNKNOWN = "unknown";

  private Network() {}

  /**
   * Of an address as it is written.
   *
   * @param address null where the connection is closed already
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
        : address.substring(0, Math.min(address.length(), LONGEST));
  }

  /** Of the other end of a connection. */
  public static String of(@Nullable SocketAddress remote) {
    return remote instanceof InetSocketAddress internet && internet.getAddress() != null
        ? of(internet.getAddress().getHostAddress())
        : UNKNOWN;
  }
}
