import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * Starts a command, asks it until it answers 200, ends it, and prints how many milliseconds that
 * took.
 *
 * <p>Arguments: the port, the path, a file for what the command prints, the command.
 */
public class Start {

  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

  public static void main(String[] args) throws Exception {
    int port = Integer.parseInt(args[0]);
    if (answers(port, args[1])) {
      throw new IllegalStateException("something answers on port " + port + " already");
    }
    ProcessBuilder command = new ProcessBuilder(Arrays.asList(args).subList(3, args.length));
    command.redirectErrorStream(true).redirectOutput(new File(args[2]));
    long from = System.nanoTime();
    Process process = command.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    while (!answers(port, args[1])) {
      if (!process.isAlive() || System.nanoTime() - from > PATIENCE) {
        throw new IllegalStateException("it does not answer, see " + args[2]);
      }
      Thread.sleep(2);
    }
    long took = System.nanoTime() - from;
    process.destroy();
    process.waitFor();
    System.out.println(TimeUnit.NANOSECONDS.toMillis(took));
  }

  /** Over a bare socket: a client that has to warm up would be measured too. */
  private static boolean answers(int port, String path) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      BufferedReader answer =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      String status = answer.readLine();
      return status != null && status.startsWith("HTTP/1.1 200 ");
    } catch (java.net.ConnectException e) {
      return false;
    }
  }
}
