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
 * @param bytes in which it was sent, but for spaces that nobody needs
 * @param headers each counts, also where another has its name
 */
record HeadLength(long bytes, int headers) {

  /**
   * What a part of a head takes in memory at most, for each byte that is sent: where a header has
   * two.
   */
  static final long HEAP_OF_A_BYTE = 30;

  /** Its line, and where its headers are kept. */
  private static final long HEAP_OF_A_REQUEST = 1_000;

  /** But for its characters: as it came, and as it is handed on (280 were measured). */
  private static final long HEAP_OF_A_HEADER = 300;

  /** A name may be held twice, and was measured to take 2.2. */
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
