package org.alliedregistry.problem;

import io.netty.handler.codec.http.HttpRequest;
import java.util.Map;

/** How many bytes the head of a request was sent in, but for spaces that nobody needs. */
final class HeadLength {

  /** The colon, the space and the end of the line of a header; the spaces and end of the first. */
  private static final int AROUND = 4;

  private static final int AROUND_FIRST = 14;

  private HeadLength() {}

  static long of(HttpRequest head) {
    long length = AROUND_FIRST + (long) head.uri().length() + head.method().name().length();
    for (Map.Entry<CharSequence, CharSequence> header :
        (Iterable<Map.Entry<CharSequence, CharSequence>>)
            () -> head.headers().iteratorCharSequence()) {
      length += header.getKey().length() + (long) header.getValue().length() + AROUND;
    }
    return length;
  }
}
