package org.alliedregistry.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConnectionGuardTest {

  private static final String HEADERS =
      "Host: localhost\r\nX-Long: " + "x".repeat(2_000) + "\r\nContent-Length: 3000\r\n\r\n";

  private final Connections connections =
      new Connections(10, 1_000_000, 1_000, Duration.ofSeconds(20));

  private EmbeddedChannel open() {
    EmbeddedChannel channel = new EmbeddedChannel(new ConnectionGuard(connections));
    channel.pipeline().addLast("httpDecoder", new HttpRequestDecoder());
    channel.pipeline().addLast("httpEncoder", new HttpResponseEncoder());
    return channel;
  }

  private static void send(EmbeddedChannel channel, String text) {
    channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
  }

  @Test
  void aHeadThatIsNotCompleteIsHeld() {
    EmbeddedChannel channel = open();
    send(channel, "POST / HTTP/1.1\r\nX-Long: " + "x".repeat(2_000));
    assertThat(connections.bytesBegun()).isBetween(2_000L, 2_100L);
  }

  @Test
  void aLongHeadThatIsCompleteIsNotHeld() {
    EmbeddedChannel channel = open();
    send(channel, "POST / HTTP/1.1\r\n" + HEADERS);
    assertThat(connections.bytesBegun()).isZero();
  }

  @Test
  void theBodyOfARequestIsNotHeldAsItsHead() {
    EmbeddedChannel channel = open();
    send(channel, "POST / HTTP/1.1\r\n" + HEADERS + "y".repeat(1_500));
    assertThat(connections.bytesBegun()).isZero();
    send(channel, "y".repeat(1_500));
    assertThat(connections.bytesBegun()).isZero();
    assertThat(channel.isOpen()).isTrue();
  }

  @Test
  void aHeadThatCameInPartsIsNotHeldOnceItIsComplete() {
    EmbeddedChannel channel = open();
    send(channel, "POST / HTTP/1.1\r\nX-Other: " + "x".repeat(2_000));
    send(channel, "\r\n" + HEADERS);
    assertThat(connections.bytesBegun()).isZero();
  }

  /** Or the clock of a head that never began would run. */
  @Test
  void aBodyInChunksLeavesNothing() {
    EmbeddedChannel channel = open();
    String head = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
    send(channel, head + "3\r\nabc\r\n10\r\n" + "y".repeat(16) + "\r\n0\r\nX: y\r\n\r\n");
    assertThat(connections.bytesBegun()).isZero();
    channel.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK));
    send(channel, head);
    send(channel, "3\r\nabc\r\n");
    send(channel, "0\r\n\r\n");
    assertThat(connections.bytesBegun()).isZero();
  }

  @Test
  void aHeadThatBeganBesideTheEndOfABodyIsHeld() {
    EmbeddedChannel channel = open();
    String begun = "GET / HTTP/1.1\r\nX-Long: " + "x".repeat(2_000);
    send(channel, "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
    send(channel, "3\r\nabc\r\n0\r\n\r\n" + begun);
    assertThat(connections.bytesBegun()).isEqualTo(begun.length());
  }

  @Test
  void aHeadThatBeganBesideTheEndOfAnotherIsHeld() {
    EmbeddedChannel channel = open();
    String begun = "GET / HTTP/1.1\r\nX-Long: " + "x".repeat(2_000);
    String first = "GET / HTTP/1.1\r\nHost: a\r\nX-Long: " + "y".repeat(3_000) + "\r\n\r\n";
    send(channel, first.substring(0, 2_500));
    send(channel, first.substring(2_500) + begun);
    assertThat(connections.bytesBegun()).isBetween(begun.length() - 10L, begun.length() + 10L);
  }

  @Test
  void spacesThatNobodyNeedsAddUpToNothing() {
    EmbeddedChannel channel = open();
    for (int i = 0; i < 100; i++) {
      send(channel, "GET / HTTP/1.1\r\nHost:    a   \r\nX:   y\r\n\r\n");
      channel.writeOutbound(
          new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK));
    }
    assertThat(connections.bytesBegun()).isZero();
  }

  @Test
  void whatFollowsTheLastChunkIsHeldLikeAHead() {
    EmbeddedChannel channel = open();
    send(channel, "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n");
    send(channel, "X-Long: " + "y".repeat(2_000));
    assertThat(connections.bytesBegun()).isBetween(2_000L, 2_100L);
    send(channel, "\r\n\r\n");
    assertThat(connections.bytesBegun()).isZero();
    assertThat(channel.isOpen()).isTrue();
  }

  @Test
  void afterABodyThatIsBrokenNothingIsUnderstoodAndNothingHeld() {
    EmbeddedChannel channel = open();
    send(channel, "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n");
    HttpRequest head = channel.readInbound();
    HttpContent end = channel.readInbound();
    assertThat(head.uri()).isEqualTo("/");
    assertThat(end).isSameAs(LastHttpContent.EMPTY_LAST_CONTENT);

    send(channel, "GET / HTTP/1.1\r\nHost: a\r\n\r\n".repeat(100));
    assertThat(channel.<Object>readInbound()).isNull();
    assertThat(connections.bytesBegun()).isZero();
  }

  private static void answer(EmbeddedChannel channel) {
    channel.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK));
  }

  @Test
  void headsBehindAnotherAreHeldUntilItIsAnswered() {
    EmbeddedChannel channel = open();
    String get = "GET / HTTP/1.1\r\nHost: a\r\nX-Long: " + "x".repeat(2_000) + "\r\n\r\n";
    send(channel, get + get);
    assertThat(connections.bytesBegun()).isBetween(2_000L, (long) get.length());
    answer(channel);
    assertThat(connections.bytesBegun()).isZero();
  }

  @Test
  void whoAlwaysHasTwoUnderWayHoldsNoMoreWithTime() {
    EmbeddedChannel channel = open();
    String get = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    send(channel, get);
    for (int i = 0; i < 100; i++) {
      send(channel, get);
      answer(channel);
    }
    assertThat(connections.bytesBegun()).isLessThanOrEqualTo(get.length());
  }

  @Test
  void tooManyUnderWayAreTheLastThatIsUnderstood() {
    EmbeddedChannel channel = open();
    send(channel, "GET / HTTP/1.1\r\nHost: a\r\n\r\n".repeat(17));
    assertThat(channel.isOpen()).isFalse();
    assertThat(channel.inboundMessages()).as("heads and ends").hasSize(32);
  }

  @Test
  void aBodyBehindAnotherRequestIsRefusedAndNotKept() {
    EmbeddedChannel channel = open();
    send(
        channel,
        "GET /first HTTP/1.1\r\nHost: a\r\n\r\n"
            + "POST /second HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
    send(channel, "1\r\nx\r\n".repeat(1_000));
    assertThat(channel.inboundMessages()).as("two heads and their ends").hasSize(4);
    assertThat(connections.bytesBegun()).isLessThan(1_000);
    answer(channel);
    answer(channel);
    send(channel, "1\r\nx\r\n".repeat(1_000));
    assertThat(channel.inboundMessages()).hasSize(4);
  }
}
