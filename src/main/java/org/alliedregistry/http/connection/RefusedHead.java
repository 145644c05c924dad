package org.alliedregistry.http.connection;

import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.http.impl.headers.HeadersMultiMap;
import io.vertx.core.net.HostAndPort;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.alliedregistry.http.ForwardedPrefix;
import org.alliedregistry.http.RequestIds;
import org.alliedregistry.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * The refusal of a request head that the framework would answer without a problem body, or not at
 * all.
 *
 * @param type the type of the problem
 * @param detail the error in this head
 */
record RefusedHead(ProblemType type, String detail) {

  /** A header that no client can send, because a colon ends a name. */
  static final String HEADER = ":refused";

  /** Stands for a target that cannot be read. */
  static final String UNREADABLE = "/";

  /** The headers that the answer to any request depends on. */
  private static final List<CharSequence> KEPT =
      List.of(HttpHeaderNames.AUTHORIZATION, RequestIds.HEADER, ForwardedPrefix.HEADER);

  /** The maximum number of headers, because each takes memory until its request is answered. */
  private static final int MOST_HEADERS = 100;

  /**
   * @param target what it is for
   * @param isBehind whether one before it is not answered: a body would wait where nothing counts
   *     it
   */
  static Optional<RefusedHead> of(
      HttpRequest head, RequestTarget target, HeadLength length, boolean isBehind) {
    if (head.decoderResult().isFailure()) {
      return Optional.of(unread(head));
    }
    if (length.headers() > MOST_HEADERS) {
      return Optional.of(
          new RefusedHead(
              ProblemType.REQUEST_HEADERS_TOO_LARGE, "The request has more than 100 headers."));
    }
    String wrong = version(head);
    if (wrong == null) {
      wrong = target.fault();
    }
    if (wrong == null) {
      wrong = framing(head);
    }
    if (wrong == null && !isPrefixSound(head)) {
      wrong = "X-Forwarded-Prefix is not a path. The proxy must send a path such as /registry.";
    }
    if (wrong == null && isBehind && hasBody(head)) {
      wrong =
          "An earlier request on this connection has no answer yet. Wait for the answer before you"
              + " send a body.";
    }
    if (wrong == null && !head.headers().contains(HttpHeaderNames.EXPECT)) {
      return Optional.empty();
    }
    return wrong == null ? unexpected(head) : Optional.of(new RefusedHead(typeOf(head), wrong));
  }

  private static boolean isPrefixSound(HttpRequest head) {
    return !head.headers().contains(ForwardedPrefix.HEADER)
        || head.headers().getAll(ForwardedPrefix.HEADER).stream().allMatch(ForwardedPrefix::isPath);
  }

  private static boolean hasBody(HttpRequest head) {
    return head.headers().contains(HttpHeaderNames.TRANSFER_ENCODING)
        || !head.headers().get(HttpHeaderNames.CONTENT_LENGTH, "0").equals("0");
  }

  /** RFC 9110, 10.1.1. */
  private static Optional<RefusedHead> unexpected(HttpRequest head) {
    return head.headers().getAll(HttpHeaderNames.EXPECT).stream()
        .flatMap(list -> Stream.of(list.split(",")))
        .map(String::strip)
        .filter(expected -> !expected.isEmpty())
        .filter(expected -> !HttpHeaderValues.CONTINUE.contentEqualsIgnoreCase(expected))
        .findFirst()
        .map(
            other ->
                new RefusedHead(
                    ProblemType.EXPECTATION_FAILED,
                    "The only value of Expect that is supported is 100-continue."));
  }

  private static ProblemType typeOf(HttpRequest head) {
    return head.uri().length() > RequestTarget.MAX_LENGTH
        ? ProblemType.URI_TOO_LONG
        : ProblemType.BAD_REQUEST;
  }

  private static RefusedHead unread(HttpRequest head) {
    Throwable cause = head.decoderResult().cause();
    if (cause instanceof TooLongHttpLineException) {
      return new RefusedHead(ProblemType.URI_TOO_LONG, RequestTarget.TOO_LONG);
    }
    return cause instanceof TooLongHttpHeaderException
        ? new RefusedHead(
            ProblemType.REQUEST_HEADERS_TOO_LARGE, "The headers have more than 20,480 characters.")
        : new RefusedHead(ProblemType.BAD_REQUEST, notHttp(head));
  }

  private static String notHttp(HttpRequest head) {
    if (head.headers().contains(HttpHeaderNames.CONTENT_LENGTH)
        && head.headers().contains(HttpHeaderNames.TRANSFER_ENCODING)) {
      return "Content-Length and Transfer-Encoding cannot be combined. Send one of them.";
    }
    return head.headers().getAll(HttpHeaderNames.CONTENT_LENGTH).size() > 1
        ? "Content-Length is given more than once."
        : "The request head is not valid HTTP/1.1.";
  }

  private static @Nullable String version(HttpRequest head) {
    HttpVersion version = head.protocolVersion();
    return version.equals(HttpVersion.HTTP_1_1) || version.equals(HttpVersion.HTTP_1_0)
        ? null
        : "The service supports HTTP/1.1, not " + version.text() + ".";
  }

  /** The error in Host, Content-Length or Transfer-Encoding; null if there is none. */
  private static @Nullable String framing(HttpRequest head) {
    HttpVersion version = head.protocolVersion();
    List<String> hosts = head.headers().getAll(HttpHeaderNames.HOST);
    if (hosts.size() > 1 || (hosts.isEmpty() && version.equals(HttpVersion.HTTP_1_1))) {
      return "The request must have one Host; it has " + hosts.size() + ".";
    }
    if (!hosts.isEmpty() && HostAndPort.parseAuthority(hosts.get(0), -1) == null) {
      return "Host is not a valid host name.";
    }
    if (!head.headers().contains(HttpHeaderNames.TRANSFER_ENCODING)) {
      return null;
    }
    List<String> codings = head.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
    boolean isChunked =
        codings.size() == 1 && HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(codings.get(0));
    return isChunked ? null : "The only Transfer-Encoding that is supported is chunked.";
  }

  /** A well-formed request head with the refusal in a header. */
  HttpRequest instead(HttpRequest head, RequestTarget target) {
    boolean isReadable = head.decoderResult().isSuccess() && target.fault() == null;
    String shown = isReadable && head.uri().startsWith("/") ? head.uri() : UNREADABLE;
    DefaultHttpRequest request =
        new DefaultHttpRequest(
            HttpVersion.HTTP_1_1, head.method(), shown, HeadersMultiMap.headers());
    request.headers().set(HttpHeaderNames.HOST, RequestTarget.ANY_HOST);
    for (CharSequence kept : KEPT) {
      String value = head.headers().get(kept);
      if (value != null && (!kept.equals(ForwardedPrefix.HEADER) || isPrefixSound(head))) {
        request.headers().set(kept, value);
      }
    }
    request.headers().set(HEADER, type.name() + " " + detail);
    return request;
  }

  /** Reads the refusal from the header that {@link #instead} sets. */
  static RefusedHead read(String header) {
    int space = header.indexOf(' ');
    return new RefusedHead(
        ProblemType.valueOf(header.substring(0, space)), header.substring(space + 1));
  }
}
