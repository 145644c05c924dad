package org.alliedregistry.exhaustion;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Connections of callers without a token, from one address or from many of this machine. */
final class Flood implements AutoCloseable {

  private static final int TIMEOUT_MS = 120_000;

  private final int port;
  private final List<Socket> sockets = new ArrayList<>();

  Flood(int port) {
    this.port = port;
  }

  /** Opens one from an address of its own network, 127.0.100.1 to 127.0.100.250. */
  Socket connect(int address) throws IOException {
    Socket socket = new Socket();
    socket.bind(
        new InetSocketAddress(
            InetAddress.getByAddress(new byte[] {127, 0, 100, (byte) (1 + address % 250)}), 0));
    socket.setSoTimeout(TIMEOUT_MS);
    socket.connect(
        new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
    sockets.add(socket);
    return socket;
  }

  /** Sends text, unless the other end has hung up. */
  static void say(Socket socket, String text) {
    try {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      // it refused and hung up, which it may
    }
  }

  /** The same in a thread of its own, as the other end may not read it. */
  void sayInBackground(Socket socket, String text) {
    Thread thread = new Thread(() -> say(socket, text), "flood");
    thread.setDaemon(true);
    thread.start();
  }

  /** Ends a connection at once, without a farewell. */
  static void reset(Socket socket) throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
