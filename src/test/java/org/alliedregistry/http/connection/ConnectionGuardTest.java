package org.alliedregistry.http.connection;

import static org.alliedregistry.http.connection.GuardedChannels.answer;
import static org.alliedregistry.http.connection.GuardedChannels.ok;
import static org.alliedregistry.http.connection.GuardedChannels.send;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConnectionGuardTest {

  private static final String HEADERS =
      "Host: localhost\r\nX-Long: " + "x".repeat(2_000) + "\r\nContent-Length: 3000\r\n\r\n";

  private final Connections connections =
      new Connections(10, 10_000_000, 1_000_000, Duration.ofSeconds(20));

  /** What one head takes until it is answered. */
  private static final long OF_A_SHORT_ONE = 4_000;

  private EmbeddedChannel open() {
    return GuardedChannels.ofHttp(connections);
  }

  @Test
  void aHeadThatIsNotCompleteIsHeld() {
    EmbeddedChannel channel = open();
    send(channel, "POST / HTTP/1.1\r\nX-Long: " + "x".repeat(2_000));
    assertThat(connections.bytesOfHeads()).isBetween(30 * 2_000L, 30 * 2_100L);
  }

  @Test
  void aHeadIsHeldUntilItIsAnswered() {
    EmbeddedChannel channel = open();
    send(channel, "GET / HTTP/1.1\r\nHost: a\r\nX-Long: " + "x".repeat(2_000) + "\r\n\r\n");
    assertThat(connections.bytesOfHeads()).isBetween(2 * 2_000L, 10_000L);
    answer(channel);
    assertThat(connections.bytesOfHeads()).isZero();
  }

  @Test
  void eachHeaderIsHeldHoweverShort() {
    EmbeddedChannel channel = open();
    send(channel, "GET / HTTP/1.1\r\nHost: a\r\n" + "X: y\r\n".repeat(99) + "\r\n");
    assertThat(connections.bytesOfHeads()).isBetween(100 * 280L, 100 * 400L);
  }

  @Test
  void headersOfOneNameAreCountedOneByOne() {
    EmbeddedChannel channel = open();
    send(channel, "GET / HTTP/1.1\r\nHost: a\r\n" + "X: y\r\n".repeat(100) + "\r\n");
    HttpRequest head = channel.readInbound();
    assertThat(head.headers().get(RefusedHead.HEADER)).startsWith("REQUEST_HEADERS_TOO_LARGE");
  }

  /** From 256 MiB of heap on. */
  @Test
  void twoThousandOrdinaryPollsHaveRoom() {
    EmbeddedChannel channel = open();
    send(channel, "GET / HTTP/1.1\r\n" + ("X-Header: " + "x".repeat(38) + "\r\n").repeat(9));
    send(channel, "Host: a\r\n\r\n");
    assertThat(2_000 * connections.bytesOfHeads()).isLessThan((256L << 20) / 16);
  }

  @Test
  void anAnswerThatIsGivenAtOnceIsNeverHeld() {
    Connections noRoom = new Connections(10, 0, 1_000_000, Duration.ofSeconds(20));
    EmbeddedChannel channel = GuardedChannels.ofHttp(noRoom);
    channel
        .pipeline()
        .addLast(
            new ChannelInboundHandlerAdapter() {
              @Override
              public void channelRead(ChannelHandlerContext context, Object message) {
                if (message instanceof LastHttpContent) {
                  context.writeAndFlush(ok());
                }
              }
            });
    send(channel, "GET / HTTP/1.1\r\nHost: a\r\n\r\n".repeat(20));
    assertThat(channel.isOpen()).isTrue();
    send(channel, "GET / HTTP/1.1\r\n" + "X: y\r\n".repeat(200));
    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void theBodyOfARequestIsNotHeldAsItsHead() {
    EmbeddedChannel channel = open();
    send(channel, "POST / HTTP/1.1\r\n" + HEADERS);
    long ofTheHead = connections.bytesOfHeads();
    send(channel, "y".repeat(1_500));
    assertThat(connections.bytesOfHeads()).isEqualTo(ofTheHead);
    send(channel, "y".repeat(1_500));
    assertThat(connections.bytesOfHeads()).isEqualTo(ofTheHead);
    assertThat(channel.isOpen()).isTrue();
  }

  @Test
  void aHeadThatCameInPartsIsHeldAsAWholeOneOnceItIsComplete() {
    EmbeddedChannel channel = open();
    send(channel, "POST / HTTP/1.1\r\nX-Other: " + "x".repeat(2_000));
    send(channel, "\r\n" + HEADERS);
    assertThat(connections.bytesOfHeads()).isLessThan(4 * 4_000 + OF_A_SHORT_ONE);
  }

  /** Or the clock of a head that never began would run. */
  @Test
  void aBodyInChunksLeavesNothing() {
    EmbeddedChannel channel = open();
    String head = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
    send(channel, head + "3\r\nabc\r\n10\r\n" + "y".repeat(16) + "\r\n0\r\nX: y\r\n\r\n");
    answer(channel);
    assertThat(connections.bytesOfHeads()).isZero();
    send(channel, head);
    send(channel, "3\r\nabc\r\n");
    send(channel, "0\r\n\r\n");
    answer(channel);
    assertThat(connections.bytesOfHeads()).isZero();
  }

  @Test
  void aHeadThatBeganBesideTheEndOfABodyIsHeld() {
    EmbeddedChannel channel = open();
    String begun = "GET / HTTP/1.1\r\nX-Long: " + "x".repeat(2_000);
    send(channel, "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
    send(channel, "3\r\nabc\r\n0\r\n\r\n" + begun);
    answer(channel);
    assertThat(connections.bytesOfHeads()).isEqualTo(30 * begun.length());
  }

  @Test
  void aHeadThatBeganBesideTheEndOfAnotherIsHeld() {
    EmbeddedChannel channel = open();
    String begun = "GET / HTTP/1.1\r\nX-Long: " + "x".repeat(2_000);
    String first = "GET / HTTP/1.1\r\nHost: a\r\nX-Long: " + "y".repeat(3_000) + "\r\n\r\n";
    send(channel, first.substring(0, 2_500));
    send(channel, first.substring(2_500) + begun);
    answer(channel);
    assertThat(connections.bytesOfHeads())
        .isBetween(30 * (begun.length() - 10L), 30 * (begun.length() + 10L));
  }

  @Test
  void spacesThatNobodyNeedsAddUpToNothing() {
    EmbeddedChannel channel = open();
    for (int i = 0; i < 100; i++) {
      send(channel, "GET / HTTP/1.1\r\nHost:    a   \r\nX:   y\r\n\r\n");
      answer(channel);
    }
    assertThat(connections.bytesOfHeads()).isZero();
  }

  @Test
  void whatFollowsTheLastChunkIsHeldLikeAHead() {
    EmbeddedChannel channel = open();
    send(channel, "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n");
    send(channel, "X-Long: " + "y".repeat(2_000));
    assertThat(connections.bytesOfHeads()).isBetween(30 * 2_000L, 30 * 2_100L + OF_A_SHORT_ONE);
    send(channel, "\r\n\r\n");
    assertThat(connections.bytesOfHeads()).isLessThan(OF_A_SHORT_ONE);
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
    assertThat(connections.bytesOfHeads()).isLessThan(OF_A_SHORT_ONE);
  }

  @Test
  void eachHeadIsHeldUntilItIsAnswered() {
    EmbeddedChannel channel = open();
    String get = "GET / HTTP/1.1\r\nHost: a\r\nX-Long: " + "x".repeat(2_000) + "\r\n\r\n";
    send(channel, get);
    long ofOne = connections.bytesOfHeads();
    send(channel, get);
    assertThat(connections.bytesOfHeads()).isEqualTo(2 * ofOne);
    answer(channel);
    assertThat(connections.bytesOfHeads()).isEqualTo(ofOne);
    answer(channel);
    assertThat(connections.bytesOfHeads()).isZero();
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
    assertThat(connections.bytesOfHeads()).isLessThan(OF_A_SHORT_ONE);
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
    assertThat(connections.bytesOfHeads()).isLessThan(2 * OF_A_SHORT_ONE);
    answer(channel);
    answer(channel);
    send(channel, "1\r\nx\r\n".repeat(1_000));
    assertThat(channel.inboundMessages()).hasSize(4);
  }
}
