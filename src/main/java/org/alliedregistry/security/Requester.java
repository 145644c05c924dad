package org.alliedregistry.security;

import io.vertx.core.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * The key that the requests of one caller are counted by: the subject of its token, or its network
 * address.
 *
 * @param hasToken whether the caller sent an active token
 */
public record Requester(String name, boolean hasToken) {

  /** The requester with a token, from any address. */
  public static Requester of(TokenPrincipal principal) {
    return new Requester("bearer " + principal.principalKey(), true);
  }

  /**
   * The requester without a token, by its address.
   *
   * @param remote null if the connection is closed already
   */
  public static Requester at(@Nullable SocketAddress remote) {
    return new Requester(
        "address " + Network.of(remote == null ? null : remote.hostAddress()), false);
  }
}
