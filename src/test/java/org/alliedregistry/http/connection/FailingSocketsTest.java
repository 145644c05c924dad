package org.alliedregistry.http.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.SelectorProvider;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A socket that fails is closed and forgotten, and the next one is served. */
class FailingSocketsTest {

  private final Connections connections = new Connections(1_000, 1, 1, Duration.ofSeconds(20));
  private final Port port = new Port();
  private final GuardedServerChannel server = new GuardedServerChannel(connections, port);
  private final List<SocketChannel> failing = new ArrayList<>();

  private void fail(FailingSocket.Call call, int count) {
    for (int i = 0; i < count; i++) {
      failing.add(new FailingSocket(call));
    }
    port.waiting.addAll(failing);
  }

  /** More than may begin at a time: each gives its place back. */
  @ParameterizedTest
  @EnumSource
  void theNextIsServed(FailingSocket.Call call) throws Exception {
    fail(call, 3 * GuardedServerChannel.MOST_BEGINNING);
    SocketChannel sound = SocketChannel.open();
    port.waiting.add(sound);
    List<Object> ready = new ArrayList<>();
    while (server.doReadMessages(ready) > 0) {
      continue;
    }
    assertThat(ready).hasSize(1);
    assertThat(failing).noneMatch(SocketChannel::isOpen);
    assertThat(sound.isOpen()).isTrue();
    assertThat(connections.sockets()).isEqualTo(1);
    sound.close();
  }

  @Test
  void theFailureOfThePortIsTold() {
    fail(FailingSocket.Call.CONFIGURE_BLOCKING, 1);
    port.failure = new IOException("too many open files");
    assertThatThrownBy(() -> server.doReadMessages(new ArrayList<>())).isSameAs(port.failure);
    assertThat(connections.sockets()).isZero();
  }

  /** A port at which sockets wait; after them its failure, where it has one. */
  private static final class Port extends ServerSocketChannel {

    private final Queue<SocketChannel> waiting = new ArrayDeque<>();
    private @Nullable IOException failure;

    private Port() {
      super(SelectorProvider.provider());
    }

    @Override
    public @Nullable SocketChannel accept() throws IOException {
      if (waiting.isEmpty() && failure != null) {
        throw failure;
      }
      return waiting.poll();
    }

    @Override
    public ServerSocketChannel bind(@Nullable SocketAddress local, int backlog) {
      return this;
    }

    @Override
    public <T> ServerSocketChannel setOption(SocketOption<T> name, T value) {
      return this;
    }

    @Override
    public <T> T getOption(SocketOption<T> name) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Set<SocketOption<?>> supportedOptions() {
      return Set.of();
    }

    @Override
    public ServerSocket socket() {
      try {
        return new ServerSocket();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public @Nullable SocketAddress getLocalAddress() {
      return null;
    }

    @Override
    protected void implCloseSelectableChannel() {}

    @Override
    protected void implConfigureBlocking(boolean block) {}
  }
}
