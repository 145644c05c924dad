package org.alliedregistry.http.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.LastHttpContent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whether a connection is read from while answers are not taken; the framework pauses bodies. */
class UnsentAnswersTest {

  private static final String HEAD =
      "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";

  private final Connections connections =
      new Connections(10, 10_000_000, 10_000_000, Duration.ofSeconds(20));

  private final EmbeddedChannel channel = new EmbeddedChannel(new ConnectionGuard(connections));

  UnsentAnswersTest() {
    channel.pipeline().addLast("httpDecoder", new HttpRequestDecoder());
    channel.pipeline().addLast("httpEncoder", new HttpResponseEncoder());
    send("\r\n");
  }

  private void send(String text) {
    channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
  }

  /** More than is sent at once. */
  private static void writeMuch(ChannelHandlerContext context) {
    context.pipeline().context("httpEncoder").write(Unpooled.wrappedBuffer(new byte[200_000]));
  }

  private void writeMuch() {
    writeMuch(channel.pipeline().lastContext());
  }

  private boolean isReadFrom() {
    return channel.config().isAutoRead();
  }

  @Test
  void whoDoesNotTakeAnswersIsNotReadFromUntilTheyAreTaken() {
    writeMuch();
    assertThat(isReadFrom()).isFalse();
    channel.flush();
    assertThat(isReadFrom()).isTrue();
  }

  @Test
  void aBodyThatThePauseOfTheFrameworkHoldsBackStaysThere() {
    send(HEAD + "1\r\nx\r\n");
    writeMuch();
    channel.config().setAutoRead(false);
    channel.flush();
    assertThat(isReadFrom()).isFalse();
  }

  @Test
  void aBodyThatIsPausedBeforeStaysSo() {
    send(HEAD + "1\r\nx\r\n");
    channel.config().setAutoRead(false);
    writeMuch();
    channel.flush();
    assertThat(isReadFrom()).isFalse();
  }

  /** The answer before it is given within the same read. */
  @Test
  void aBodyThatIsPausedBehindAnAnswerStaysSo() {
    channel
        .pipeline()
        .addLast(
            new ChannelInboundHandlerAdapter() {
              @Override
              public void channelRead(ChannelHandlerContext context, Object message) {
                if (message instanceof HttpRequest) {
                  writeMuch(context);
                } else if (message instanceof HttpContent
                    && !(message instanceof LastHttpContent)) {
                  context.channel().config().setAutoRead(false);
                }
              }
            });
    send(HEAD + "1\r\nx\r\n");
    channel.flush();
    assertThat(isReadFrom()).isFalse();
  }

  @Test
  void whatComesAfterABodyIsNotRead() {
    send(HEAD);
    writeMuch();
    assertThat(isReadFrom()).as("the body is the framework's").isTrue();
    send("0\r\n\r\n");
    assertThat(isReadFrom()).isFalse();
    channel.flush();
    assertThat(isReadFrom()).isTrue();
  }
}
