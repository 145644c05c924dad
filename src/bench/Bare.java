import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import java.nio.file.Files;
import java.nio.file.Path;

/** A server that does nothing but send the bytes of a file: the registry is compared with it. */
public class Bare {

  public static void main(String[] args) throws Exception {
    Buffer bytes = Buffer.buffer(Files.readAllBytes(Path.of(args[1])));
    Vertx vertx = Vertx.vertx(new VertxOptions());
    for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
      vertx
          .createHttpServer(new HttpServerOptions())
          .requestHandler(
              request ->
                  request
                      .response()
                      .putHeader("Content-Type", "application/json;charset=UTF-8")
                      .end(bytes))
          .listen(Integer.parseInt(args[0]));
    }
  }
}
