package org.alliedregistry.http.connection;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.AttributeKey;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.ProblemType;

/**
 * A body whose chunks cannot be decoded. Its end is unknown, so the connection must be closed.
 *
 * @param headers the headers of its request
 * @param type the type of the problem
 * @param detail the error in this body
 */
public record BrokenBody(Object headers, ProblemType type, String detail) {

  private static final AttributeKey<BrokenBody> OF_CONNECTION =
      AttributeKey.valueOf(BrokenBody.class, "ofConnection");

  /** Marks the connection, so that the reader of the body finds the error. */
  static void mark(Channel connection, HttpRequest head, Throwable cause) {
    connection.attr(OF_CONNECTION).set(of(head, cause));
  }

  private static BrokenBody of(HttpRequest head, Throwable cause) {
    if (cause instanceof TooLongHttpHeaderException) {
      return new BrokenBody(
          head.headers(),
          ProblemType.REQUEST_HEADERS_TOO_LARGE,
          "The headers after the body have more than 20,480 characters.");
    }
    return new BrokenBody(
        head.headers(),
        ProblemType.BAD_REQUEST,
        cause instanceof TooLongHttpLineException
            ? "The size line of a chunk has more than 8,192 characters."
            : "The chunks of the body are not valid HTTP/1.1.");
  }

  /** The reason why the body of a request cannot be decoded; empty if it can. */
  public static Optional<ProblemException> in(HttpServerRequest request) {
    BrokenBody broken = Channels.channel(request.connection()).attr(OF_CONNECTION).get();
    return broken != null && broken.headers == request.headers()
        ? Optional.of(ProblemException.because(broken.type, broken.detail))
        : Optional.empty();
  }
}
