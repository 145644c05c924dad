package org.alliedregistry.http.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.nio.NioEventLoopGroup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server whose only thread is busy while connections come. */
@Timeout(120)
class GuardedServerChannelTest {

  private static final String MANY = "127.0.66.1";
  private static final String ONE = "127.0.0.9";

  private final NioEventLoopGroup acceptor = new NioEventLoopGroup(1);
  private final NioEventLoopGroup worker = new NioEventLoopGroup(1);
  private final CountDownLatch isFree = new CountDownLatch(1);
  private final BlockingQueue<String> begun = new LinkedBlockingQueue<>();
  private final List<Socket> clients = new ArrayList<>();
  private int port;

  private void listen(Connections connections) throws InterruptedException {
    Channel server =
        new ServerBootstrap()
            .group(acceptor, worker)
            .channelFactory(() -> new GuardedServerChannel(connections))
            .childHandler(
                new ChannelInitializer<>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    channel.pipeline().addLast(new Record());
                  }
                })
            .bind(0)
            .sync()
            .channel();
    port = ((InetSocketAddress) server.localAddress()).getPort();
    worker.execute(
        () -> {
          try {
            isFree.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private final class Record extends ChannelInboundHandlerAdapter {

    @Override
    public void channelActive(ChannelHandlerContext context) {
      begun.add(
          ((InetSocketAddress) context.channel().remoteAddress()).getAddress().getHostAddress());
      context.fireChannelActive();
    }
  }

  private void connect(String from, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      Socket client = new Socket();
      client.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
      client.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      clients.add(client);
    }
  }

  private List<String> begun(int count) throws InterruptedException {
    List<String> order = new ArrayList<>();
    while (order.size() < count) {
      order.add(begun.take());
    }
    return order;
  }

  @AfterEach
  void end() throws IOException {
    isFree.countDown();
    for (Socket client : clients) {
      client.close();
    }
    acceptor.shutdownGracefully();
    worker.shutdownGracefully();
  }

  @Test
  void aNetworkThatOpensManyConnectionsDelaysItsOwn() throws Exception {
    Connections connections = new Connections(1_000, 1, 1, Duration.ofSeconds(20));
    listen(connections);
    connect(MANY, 300);
    connect(ONE, 1);
    awaitSockets(connections, 301);
    isFree.countDown();
    List<String> order = begun(301);
    assertThat(order.indexOf(ONE)).isBetween(0, GuardedServerChannel.MOST_BEGINNING + 1);
  }

  /** Those that wait for a thread give way before anything of another network is refused. */
  @Test
  void beyondAllSocketsTheNetworkThatHasMostLosesOne() throws Exception {
    Connections connections = new Connections(1, 1, 1, Duration.ofSeconds(20));
    listen(connections);
    connect(MANY, 1_001);
    awaitSockets(connections, 1_001);
    connect(ONE, 1);
    Socket longest = clients.get(GuardedServerChannel.MOST_BEGINNING);
    assertThat(longest.getInputStream().read()).isEqualTo(-1);
    isFree.countDown();
    assertThat(begun(1_001)).contains(ONE);
  }

  /** As that of health and metrics. */
  @Test
  void aFloodOfOnePortDoesNotCloseAnother() throws Exception {
    Connections connections = new Connections(1, 1, 1, Duration.ofSeconds(20));
    listen(connections);
    connect(MANY, 1_001);
    awaitSockets(connections, 1_001);
    listen(connections);
    connect(ONE, 1);
    awaitSockets(connections, 1_002);
    isFree.countDown();
    assertThat(begun(1_002)).contains(ONE);
  }

  private static void awaitSockets(Connections connections, int count) throws InterruptedException {
    while (connections.sockets() < count) {
      Thread.sleep(5);
    }
  }
}
