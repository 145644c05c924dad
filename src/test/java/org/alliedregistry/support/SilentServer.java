package org.alliedregistry.support;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Takes every connection and never answers; counts them, and how many are open at the same time.
 */
public final class SilentServer implements AutoCloseable {

  private final ServerSocket server = new ServerSocket(0, 500);
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();
  private final CountDownLatch first = new CountDownLatch(1);

  public SilentServer() throws IOException {
    inBackground(this::accept);
  }

  public String address() {
    return "http://localhost:" + server.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        connections.incrementAndGet();
        mostAtOnce.accumulateAndGet(open.incrementAndGet(), Math::max);
        first.countDown();
        inBackground(() -> readToTheEnd(socket));
      }
    } catch (IOException e) {
      // it is closed
    }
  }

  private void readToTheEnd(Socket socket) {
    try (socket) {
      while (socket.getInputStream().read() >= 0) {
        continue;
      }
    } catch (IOException e) {
      // the other end has hung up
    } finally {
      open.decrementAndGet();
    }
  }

  private static void inBackground(Runnable work) {
    Thread thread = new Thread(work, "silent server");
    thread.setDaemon(true);
    thread.start();
  }

  /** Until somebody has connected. */
  public void awaitConnection() throws InterruptedException {
    if (!first.await(2, TimeUnit.MINUTES)) {
      throw new AssertionError("nobody has connected");
    }
  }

  public int mostAtOnce() {
    return mostAtOnce.get();
  }

  /** How many connections it has taken. */
  public int connections() {
    return connections.get();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
