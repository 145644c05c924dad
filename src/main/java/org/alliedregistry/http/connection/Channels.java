package org.alliedregistry.http.connection;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/** Operations on the channel below an HTTP connection. */
public final class Channels {

  private Channels() {}

  /**
   * Runs a task when a connection is closed; at once if it is closed already.
   *
   * @return removes the task, because a connection may serve many requests
   */
  public static Runnable whenClosed(HttpConnection connection, Runnable task) {
    ChannelFuture closing = channel(connection).closeFuture();
    ChannelFutureListener listener = closed -> task.run();
    closing.addListener(listener);
    return () -> closing.removeListener(listener);
  }

  /** Closes a connection at once. An orderly close would wait for the reader of an answer. */
  public static void reset(HttpConnection connection) {
    ChannelHandlerContext context = ((ConnectionBase) connection).channelHandlerContext();
    context.channel().config().setOption(ChannelOption.SO_LINGER, 0);
    context.close();
  }

  /** Closes a connection in order, or at once if that takes long: its reader may read nothing. */
  public static void closeSoon(HttpConnection connection) {
    connection.close();
    channel(connection)
        .eventLoop()
        .schedule(
            () -> {
              if (channel(connection).isOpen()) {
                reset(connection);
              }
            },
            TimeoutConfig.CLOSE_TIMEOUT.toMillis(),
            MILLISECONDS);
  }

  /** Closes a connection after all answers are sent, so that a slow reader gets them completely. */
  static void closeOnceHeard(ChannelHandlerContext context) {
    context
        .writeAndFlush(Unpooled.EMPTY_BUFFER)
        .addListener(
            sent ->
                context
                    .executor()
                    .schedule(
                        () -> context.close(),
                        TimeoutConfig.CLOSE_TIMEOUT.toMillis(),
                        MILLISECONDS));
  }

  static Channel channel(HttpConnection connection) {
    return ((ConnectionBase) connection).channel();
  }
}
