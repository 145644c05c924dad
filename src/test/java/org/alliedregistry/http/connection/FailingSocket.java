package org.alliedregistry.http.connection;

import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.SelectorProvider;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A socket of which one call fails with an exception that nobody declares. */
final class FailingSocket extends SocketChannel {

  enum Call {
    GET_REMOTE_ADDRESS,
    CONFIGURE_BLOCKING
  }

  private final Call failing;

  FailingSocket(Call failing) {
    super(SelectorProvider.provider());
    this.failing = failing;
  }

  private void call(Call call) {
    if (call == failing) {
      throw new IllegalStateException(call.name());
    }
  }

  @Override
  public SocketAddress getRemoteAddress() {
    call(Call.GET_REMOTE_ADDRESS);
    return new InetSocketAddress("192.0.2.1", 1);
  }

  @Override
  protected void implConfigureBlocking(boolean block) {
    call(Call.CONFIGURE_BLOCKING);
  }

  @Override
  protected void implCloseSelectableChannel() {}

  @Override
  public SocketChannel bind(@Nullable SocketAddress local) {
    return this;
  }

  @Override
  public <T> SocketChannel setOption(SocketOption<T> name, T value) {
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
  public SocketChannel shutdownInput() {
    return this;
  }

  @Override
  public SocketChannel shutdownOutput() {
    return this;
  }

  @Override
  public Socket socket() {
    return new Socket();
  }

  @Override
  public boolean isConnected() {
    return true;
  }

  @Override
  public boolean isConnectionPending() {
    return false;
  }

  @Override
  public boolean connect(SocketAddress remote) {
    return true;
  }

  @Override
  public boolean finishConnect() {
    return true;
  }

  @Override
  public int read(ByteBuffer to) {
    return -1;
  }

  @Override
  public long read(ByteBuffer[] to, int offset, int length) {
    return -1;
  }

  @Override
  public int write(ByteBuffer from) {
    return 0;
  }

  @Override
  public long write(ByteBuffer[] from, int offset, int length) {
    return 0;
  }

  @Override
  public SocketAddress getLocalAddress() {
    return new InetSocketAddress("192.0.2.2", 1);
  }
}
