package org.alliedregistry.http.connection;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;

/**
 * Counts the answers that a client has not read, and stops reading from such a connection. While a
 * body arrives, the framework decides whether to read; it reads no more of a body than its request
 * accepts.
 */
final class UnsentAnswers extends ChannelDuplexHandler {

  private final Connections connections;
  private final ConnectionGuard connection;

  /** A part of an answer waits to be sent. */
  private boolean isStalled;

  /** Reading is stopped by this handler, not by the framework. */
  private boolean isHalted;

  UnsentAnswers(Connections connections, ConnectionGuard connection) {
    this.connections = connections;
    this.connection = connection;
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    if (!context.channel().isWritable()) {
      haltBetweenRequests(context);
    } else if (isHalted) {
      isHalted = false;
      context.channel().config().setAutoRead(true);
    }
    if (isStalled) {
      hold(context);
    }
    context.fireChannelWritabilityChanged();
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    if (!context.channel().isWritable()) {
      haltBetweenRequests(context);
    }
    context.fireChannelReadComplete();
  }

  private void haltBetweenRequests(ChannelHandlerContext context) {
    if (connection.isBetweenRequests() && context.channel().config().isAutoRead()) {
      isHalted = true;
      context.channel().config().setAutoRead(false);
    }
  }

  /** Counts an answer that cannot be sent at once, until it is sent. */
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
                connections.holdAnswers(connection, 0);
              });
    }
  }

  private void hold(ChannelHandlerContext context) {
    if (!connections.holdAnswers(connection, unsent(context))) {
      connection.close();
    }
  }

  private static long unsent(ChannelHandlerContext context) {
    ChannelOutboundBuffer buffer = context.channel().unsafe().outboundBuffer();
    return buffer == null ? 0 : buffer.totalPendingWriteBytes();
  }
}
