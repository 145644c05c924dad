package org.alliedregistry.http.connection;

import io.netty.channel.ChannelFactory;
import io.netty.channel.ServerChannel;
import io.vertx.core.impl.transports.JDKTransport;
import org.jspecify.annotations.Nullable;

/**
 * The transport of the JDK, with a guard on each connection from its first byte. The framework
 * knows a connection only by its requests, so it does not see one that never completes a head.
 */
public final class GuardedTransport extends JDKTransport {

  private @Nullable Connections connections;

  /** Made when the first port opens: it counts the file descriptors that the start has taken. */
  private synchronized Connections connections() {
    if (connections == null) {
      connections = new Connections(TimeoutConfig.current());
    }
    return connections;
  }

  @Override
  public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domainSocket) {
    return domainSocket
        ? super.serverChannelFactory(true)
        : () -> new GuardedServerChannel(connections());
  }
}
