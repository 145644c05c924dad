package org.alliedregistry.problem;

import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.Map;

/** How many bytes a request was sent in, but for spaces that nobody needs. */
final class HeadLength {

  /** The colon and the end of the line of a header; the spaces and the end of the first. */
  private static final int AROUND = 3;

  private static final int AROUND_FIRST = 14;

  private static final int AROUND_CHUNK = 4;
  private static final int LAST_CHUNK = 5;

  private HeadLength() {}

  static long of(HttpRequest head) {
    return AROUND_FIRST
        + (long) head.uri().length()
        + head.method().name().length()
        + of(head.headers());
  }

  /** The same of a part of the body of a request, with the size of its chunk and its trailers. */
  static long of(HttpContent part, HttpRequest head) {
    int length = part.content().readableBytes();
    if (!HttpUtil.isTransferEncodingChunked(head)) {
      return length;
    }
    long around =
        (length == 0 ? 0 : Integer.toHexString(length).length() + AROUND_CHUNK) + (long) length;
    return part instanceof LastHttpContent last
        ? around + LAST_CHUNK + of(last.trailingHeaders())
        : around;
  }

  private static long of(HttpHeaders headers) {
    long length = 0;
    for (Map.Entry<CharSequence, CharSequence> header :
        (Iterable<Map.Entry<CharSequence, CharSequence>>) headers::iteratorCharSequence) {
      length += header.getKey().length() + (long) header.getValue().length() + AROUND;
    }
    return length;
  }
}
