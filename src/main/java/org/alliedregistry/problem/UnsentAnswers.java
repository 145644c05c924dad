package org.alliedregistry.problem;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;

/** Who does not take their answers is not read from, and holds what they do not take. */
final class UnsentAnswers extends ChannelDuplexHandler {

  private final Connections connections;
  private final ConnectionGuard connection;

  /** Something of it waits to be sent. */
  private boolean isStalled;

  UnsentAnswers(Connections connections, ConnectionGuard connection) {
    this.connections = connections;
    this.connection = connection;
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    context.channel().config().setAutoRead(context.channel().isWritable());
    if (isStalled) {
      hold(context);
    }
    context.fireChannelWritabilityChanged();
  }

  /** What is not sent at once stays here until it is. */
  @Override
  public void flush(ChannelHandlerContext context) {
    context.flush();
    if (isStalled) {
      hold(context);
    } else if (unsent(context) > 0) {
      isStalled = true;
      hold(context);
      context
          .writeAndFlush(Unpooled.EMPTY_BUFFER)
          .addListener(
              sent -> {
                isStalled = false;
                connections.unsent(connection, 0);
              });
    }
  }

  private void hold(ChannelHandlerContext context) {
    if (!connections.unsent(connection, unsent(context))) {
      connection.close();
    }
  }

  private static long unsent(ChannelHandlerContext context) {
    ChannelOutboundBuffer buffer = context.channel().unsafe().outboundBuffer();
    return buffer == null ? 0 : buffer.totalPendingWriteBytes();
  }
}
