package org.alliedregistry.http.connection;

import io.netty.channel.ChannelFactory;
import io.netty.channel.ServerChannel;
import io.vertx.core.impl.transports.JDKTransport;

/**
 * The transport of the JDK, with a guard on each connection from its first byte. The framework
 * knows a connection only by its requests, so it does not see one that never completes a head.
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
