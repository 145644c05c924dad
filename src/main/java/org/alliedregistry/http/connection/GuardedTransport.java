package org.alliedregistry.http.connection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.MaxMessagesRecvByteBufAllocator;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.vertx.core.impl.transports.JDKTransport;

/**
 * The sockets of the JDK, each connection guarded from its first byte. The framework knows a
 * connection by its requests only: it does not see one that never completes a head.
 */
public final class GuardedTransport extends JDKTransport {

  /** After each read, of at most 64 KiB, it is counted what a connection holds. */
  private static final int READS_AT_ONCE = 1;

  private final Connections connections = new Connections(TimeoutConfig.current());

  @Override
  public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domainSocket) {
    return domainSocket ? super.serverChannelFactory(true) : this::server;
  }

  private NioServerSocketChannel server() {
    NioServerSocketChannel server = new NioServerSocketChannel();
    server
        .pipeline()
        .addLast(
            new ChannelInboundHandlerAdapter() {
              @Override
              public void channelRead(ChannelHandlerContext context, Object accepted) {
                Channel connection = (Channel) accepted;
                if (!connections.accept(connection)) {
                  connection.unsafe().closeForcibly();
                  return;
                }
                connection
                    .config()
                    .<MaxMessagesRecvByteBufAllocator>getRecvByteBufAllocator()
                    .maxMessagesPerRead(READS_AT_ONCE);
                connection.pipeline().addLast(new ConnectionGuard(connections));
                context.fireChannelRead(accepted);
              }
            });
    return server;
  }
}
