package org.alliedregistry.access;

import io.netty.util.NetUtil;
import io.vertx.core.net.SocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * By what the requests of one caller are counted: the subject of its token, or its network address.
 *
 * @param hasToken whether it is known by a token that holds
 */
public record Requester(String name, boolean hasToken) {

  /** Longer than any address. */
  private static final int LONGEST = 64;

  private static final int IPV6_BYTES = 16;

  /** How an address of version 4 begins where it is written as one of version 6. */
  private static final String OF_VERSION_FOUR = "00000000000000000000ffff";

  /**
   * The first half of an address of version 6 is the network; the rest is its owner's to choose.
   */
  private static final int NETWORK_BYTES = 8;

  /** Whoever shows a pass, wherever it calls from. */
  static Requester of(Pass pass) {
    return new Requester("bearer " + pass.bearer(), true);
  }

  /**
   * Whoever calls from an address.
   *
   * @param remote null where the connection is closed already
   */
  public static Requester at(@Nullable SocketAddress remote) {
    String address = remote == null ? null : remote.hostAddress();
    return new Requester("address " + (address == null ? "unknown" : network(address)), false);
  }

  private static String network(String address) {
    byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
    return bytes != null
            && bytes.length == IPV6_BYTES
            && !HexFormat.of().formatHex(bytes).startsWith(OF_VERSION_FOUR)
        ? HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES)) + "::/64"
        : address.substring(0, Math.min(address.length(), LONGEST));
  }
}
