package org.alliedregistry.http.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.MaxMessagesRecvByteBufAllocator;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.quarkus.logging.Log;
import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.alliedregistry.http.connection.fairness.AcceptQueue;
import org.alliedregistry.security.Network;
import org.jspecify.annotations.Nullable;

/**
 * Accepts the connections of one port. It accepts all that the system has at once, because the
 * system has one queue for all callers. It passes a few at a time to the threads that serve them,
 * in turn by network. So a network that opens many connections delays only its own.
 */
final class GuardedServerChannel extends NioServerSocketChannel {

  private static final int MOST_ACCEPTED_AT_ONCE = 64;

  /** So many are handed over and have not begun: their threads do nothing else for long. */
  static final int MOST_BEGINNING = 64;

  /** So many of its own each port may have: a flood of one port does not close another. */
  private static final int SOCKETS_OF_EACH_PORT = 64;

  /** After each read, of at most 64 KiB, it is counted what a connection holds. */
  private static final int READS_AT_ONCE = 1;

  private final Connections connections;
  private final AcceptQueue<SocketChannel> queue = new AcceptQueue<>();
  private final AtomicInteger sockets = new AtomicInteger();
  private final AtomicInteger beginning = new AtomicInteger();
  private final AtomicBoolean isToHandOver = new AtomicBoolean();

  /** Whether any is in the queue; for other threads. */
  private volatile boolean isAnyWaiting;

  GuardedServerChannel(Connections connections) {
    this.connections = connections;
  }

  GuardedServerChannel(Connections connections, ServerSocketChannel port) {
    super(port);
    this.connections = connections;
  }

  @Override
  protected int doReadMessages(List<Object> ready) throws IOException {
    int accepted = 0;
    try {
      while (accepted < MOST_ACCEPTED_AT_ONCE && accept()) {
        accepted++;
      }
    } finally {
      isAnyWaiting = queue.size() > 0;
      for (NioSocketChannel next = next(); next != null; next = next()) {
        ready.add(next);
      }
    }
    return accepted;
  }

  private boolean accept() throws IOException {
    SocketChannel socket = javaChannel().accept();
    if (socket == null) {
      return false;
    }
    if (makeRoom()) {
      try {
        queue.add(Network.of(socket.getRemoteAddress()), socket);
      } catch (IOException | RuntimeException | Error e) {
        giveUp(socket, e);
      }
    } else {
      close(socket);
    }
    return true;
  }

  /**
   * @return false where there is no room for another socket
   */
  private boolean makeRoom() {
    if (connections.openSocket(sockets.get() < SOCKETS_OF_EACH_PORT)) {
      sockets.incrementAndGet();
      return true;
    }
    SocketChannel other = queue.takeOfLargest();
    if (other != null) {
      // the new one counts in its place
      close(other);
    }
    return other != null;
  }

  private void socketClosed() {
    sockets.decrementAndGet();
    connections.closeSocket();
  }

  /** A socket that cannot be served. The port stays open. */
  private void giveUp(SocketChannel socket, Throwable because) {
    Log.debug("a connection ended before it began", because);
    giveUp(socket);
  }

  private void giveUp(SocketChannel socket) {
    socketClosed();
    close(socket);
  }

  private static void close(SocketChannel socket) {
    try {
      socket.close();
    } catch (IOException e) {
      Log.debug("a socket was not closed", e);
    }
  }

  private @Nullable NioSocketChannel next() {
    NioSocketChannel connection = null;
    while (connection == null && beginning.get() < MOST_BEGINNING) {
      SocketChannel socket = queue.take();
      isAnyWaiting = queue.size() > 0;
      if (socket == null) {
        return null;
      }
      connection = begin(socket);
    }
    return connection;
  }

  /**
   * @return null where the socket cannot be served
   */
  private @Nullable NioSocketChannel begin(SocketChannel socket) {
    beginning.incrementAndGet();
    try {
      return guarded(socket);
    } catch (RuntimeException | Error e) {
      beginning.decrementAndGet();
      giveUp(socket, e);
      return null;
    }
  }

  private NioSocketChannel guarded(SocketChannel socket) {
    NioSocketChannel connection = new NioSocketChannel(this, socket);
    connection
        .config()
        .<MaxMessagesRecvByteBufAllocator>getRecvByteBufAllocator()
        .maxMessagesPerRead(READS_AT_ONCE);
    Beginning start = new Beginning();
    connection.pipeline().addLast(start, new ConnectionGuard(connections));
    // last: from here on the connection gives back its own place
    connection
        .closeFuture()
        .addListener(
            closed -> {
              socketClosed();
              start.end();
            });
    return connection;
  }

  /** The time from when a connection is handed over until its thread has taken it on. */
  private final class Beginning extends ChannelInboundHandlerAdapter {

    private boolean hasEnded;

    @Override
    public void channelActive(ChannelHandlerContext context) {
      context.pipeline().remove(this);
      try {
        end();
      } finally {
        context.fireChannelActive();
      }
    }

    void end() {
      if (!hasEnded) {
        hasEnded = true;
        begun();
      }
    }
  }

  /** A connection that was handed over has begun, or is closed. */
  private void begun() {
    if (beginning.decrementAndGet() < MOST_BEGINNING
        && isAnyWaiting
        && isToHandOver.compareAndSet(false, true)) {
      eventLoop().execute(this::handOver);
    }
  }

  private void handOver() {
    isToHandOver.set(false);
    boolean isAny = false;
    for (NioSocketChannel next = next(); next != null; next = next()) {
      pipeline().fireChannelRead(next);
      isAny = true;
    }
    if (isAny) {
      pipeline().fireChannelReadComplete();
    }
  }

  @Override
  protected void doClose() throws Exception {
    isAnyWaiting = false;
    try {
      super.doClose();
    } finally {
      for (SocketChannel socket = queue.take(); socket != null; socket = queue.take()) {
        giveUp(socket);
      }
    }
  }
}
