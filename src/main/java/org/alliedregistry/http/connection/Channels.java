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

/** What a connection is asked for below HTTP. */
public final class Channels {

  private Channels() {}

  /**
   * Runs once it is closed, however that comes about; at once where it is closed already.
   *
   * @return forgets it: a connection may serve many requests
   */
  public static Runnable whenClosed(HttpConnection connection, Runnable task) {
    ChannelFuture closing = channel(connection).closeFuture();
    ChannelFutureListener listener = closed -> task.run();
    closing.addListener(listener);
    return () -> closing.removeListener(listener);
  }

  /** At once: an orderly end would wait until the reader takes what is on its way. */
  public static void reset(HttpConnection connection) {
    ChannelHandlerContext context = ((ConnectionBase) connection).channelHandlerContext();
    context.channel().config().setOption(ChannelOption.SO_LINGER, 0);
    context.close();
  }

  /** Once all that was answered is sent: whoever reads slowly gets it whole. */
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
