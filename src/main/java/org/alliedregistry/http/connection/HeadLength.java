package org.alliedregistry.http.connection;

import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.Map;

/**
 * The length of the head of a request.
 *
 * @param bytes its length as sent, without optional spaces
 * @param headers the number of headers; headers with the same name count each
 */
record HeadLength(long bytes, int headers) {

  /**
   * The memory of a part of a head at most, for each byte that is sent. A header of two bytes takes
   * most.
   */
  static final long HEAP_OF_A_BYTE = 30;

  /** The memory of the request line and of the table of headers. */
  private static final long HEAP_OF_A_REQUEST = 1_000;

  /** The memory of a header without its characters, as received and as passed on (280 measured). */
  private static final long HEAP_OF_A_HEADER = 300;

  /** The memory of a character. A name may be held twice (2.2 measured). */
  private static final long HEAP_OF_A_CHARACTER = 3;

  /** The colon and the end of the line of a header; the spaces and the end of the first. */
  private static final int AROUND = 3;

  private static final int AROUND_FIRST = 14;

  private static final int AROUND_CHUNK = 4;
  private static final int LAST_CHUNK = 5;

  static HeadLength of(HttpRequest head) {
    HeadLength headers = of(head.headers());
    return new HeadLength(
        AROUND_FIRST + (long) head.uri().length() + head.method().name().length() + headers.bytes,
        headers.headers);
  }

  /** The length of a part of a body, with the size line of its chunk and with its trailers. */
  static long of(HttpContent part, HttpRequest head) {
    int length = part.content().readableBytes();
    if (!HttpUtil.isTransferEncodingChunked(head)) {
      return length;
    }
    long around =
        (length == 0 ? 0 : Integer.toHexString(length).length() + AROUND_CHUNK) + (long) length;
    return part instanceof LastHttpContent last
        ? around + LAST_CHUNK + of(last.trailingHeaders()).bytes
        : around;
  }

  private static HeadLength of(HttpHeaders headers) {
    long bytes = 0;
    int number = 0;
    for (Map.Entry<CharSequence, CharSequence> header :
        (Iterable<Map.Entry<CharSequence, CharSequence>>) headers::iteratorCharSequence) {
      bytes += header.getKey().length() + (long) header.getValue().length() + AROUND;
      number++;
    }
    return new HeadLength(bytes, number);
  }

  /** The memory of the head until its request is answered. */
  long heap() {
    return HEAP_OF_A_REQUEST + HEAP_OF_A_HEADER * headers + HEAP_OF_A_CHARACTER * bytes;
  }
}
