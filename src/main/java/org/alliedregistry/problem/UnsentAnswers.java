package org.alliedregistry.problem;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;

/** Who does not take their answers is not read from, and holds what they do not take. */
final class UnsentAnswers extends ChannelDuplexHandler {

  private final Connections connections;
  private final ConnectionGuard connection;

  UnsentAnswers(Connections connections, ConnectionGuard connection) {
    this.connections = connections;
    this.connection = connection;
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    boolean takes = context.channel().isWritable();
    context.channel().config().setAutoRead(takes);
    hold(context);
    context.fireChannelWritabilityChanged();
  }

  @Override
  public void flush(ChannelHandlerContext context) {
    context.flush();
    if (!context.channel().isWritable()) {
      hold(context);
    }
  }

  private void hold(ChannelHandlerContext context) {
    if (!connections.unsent(connection, unsent(context))) {
      connection.close();
    }
  }

  private static long unsent(ChannelHandlerContext context) {
    ChannelOutboundBuffer buffer = context.channel().unsafe().outboundBuffer();
    return context.channel().isWritable() || buffer == null ? 0 : buffer.totalPendingWriteBytes();
  }
}
