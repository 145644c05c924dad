package org.alliedregistry.security;

import io.vertx.core.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * By what the requests of one caller are counted: the subject of its token, or its network address.
 *
 * @param hasToken whether it is known by a token that holds
 */
public record Requester(String name, boolean hasToken) {

  /** Whoever shows a pass, wherever it calls from. */
  public static Requester of(TokenPrincipal principal) {
    return new Requester("bearer " + principal.principalKey(), true);
  }

  /**
   * Whoever calls from an address.
   *
   * @param remote null where the connection is closed already
   */
  public static Requester at(@Nullable SocketAddress remote) {
    return new Requester(
        "address " + Network.of(remote == null ? null : remote.hostAddress()), false);
  }
}
