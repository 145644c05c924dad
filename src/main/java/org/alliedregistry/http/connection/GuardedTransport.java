package org.alliedregistry.http.connection;

import io.netty.channel.ChannelFactory;
import io.netty.channel.ServerChannel;
import io.vertx.core.impl.transports.JDKTransport;

/**
 * The sockets of the JDK, each connection guarded from its first byte. The framework knows a
 * connection by its requests only: it does not see one that never completes a head.
 */
public final class GuardedTransport extends JDKTransport {

  private final Connections connections = new Connections(TimeoutConfig.current());

  @Override
  public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domainSocket) {
    return domainSocket
        ? super.serverChannelFactory(true)
        : () -> new GuardedServerChannel(connections);
  }
}
