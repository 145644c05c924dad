package org.alliedregistry.problem;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Guards one connection: how long and how large what it has begun to say may be, and how many
 * requests it has under way. A head that cannot be answered is handed on as one that is refused, so
 * that it gets a problem body like any failure.
 */
final class ConnectionGuard extends ChannelInboundHandlerAdapter {

  private static final int MOST_UNDER_WAY = 16;

  /** A head that need not be counted while it is read. */
  private static final int SMALL = 1 << 10;

  /** For the last answer to be heard: whoever still sends would lose it at a sudden end. */
  private static final long FAREWELL_MS = 1_000;

  private static final String DECODER = "httpDecoder";
  private static final String ENCODER = "httpEncoder";

  private final Connections connections;
  private final HeadClock clock;
  private final ConnectionUse use = new ConnectionUse();
  private @Nullable ChannelHandlerContext channel;
  private boolean isInstalled;

  /** Nothing more that comes is understood. */
  private boolean isOver;

  /** The request whose body has not come to its end. */
  private @Nullable HttpRequest unfinished;

  private boolean isEnding;

  private final HeadsUnderWay underWay = new HeadsUnderWay();
  private String network = "";

  private final Leftover left = new Leftover();

  /** What all connections were told of this one. */
  private long held;

  ConnectionGuard(Connections connections) {
    this.connections = connections;
    this.clock = new HeadClock(connections.headTimeout(), () -> underWay.number() > 0);
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    channel = context;
    network = Network.of(context.channel().remoteAddress());
    connections.opened(this);
    context.fireChannelActive();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    connections.closed(this);
    clock.stop();
    context.fireChannelInactive();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object bytes) {
    ChannelPipeline pipeline = context.pipeline();
    if (!isInstalled && pipeline.get(DECODER) != null) {
      pipeline.addBefore(DECODER, "bytes", new Bytes());
      pipeline.addAfter(ENCODER, "requests", new Requests());
      pipeline.addAfter(ENCODER, "unsent", new UnsentAnswers(connections, this));
      isInstalled = true;
    }
    context.fireChannelRead(bytes);
  }

  String network() {
    return network;
  }

  ConnectionUse use() {
    return use;
  }

  /** From any thread. */
  void close() {
    Objects.requireNonNull(channel).close();
  }

  /** Says what is held of heads, where that has changed. */
  private boolean hold() {
    long before = held;
    held = begun();
    return held == before || connections.begun(this, held);
  }

  /** Sees bytes before they are understood. */
  private final class Bytes extends ChannelInboundHandlerAdapter {

    /** Holds them before they are read: what is given back later would come too late. */
    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
      left.read(((ByteBuf) bytes).readableBytes());
      if (unfinished != null || begun() < SMALL || hold()) {
        context.fireChannelRead(bytes);
      } else {
        ReferenceCountUtil.release(bytes);
        context.close();
      }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
      count();
      waitUnlessBusy();
      if (left.bytes() > 0) {
        clock.start(context);
      }
      context.fireChannelReadComplete();
    }
  }

  private void count() {
    if (left.isAnyUnderstood()) {
      clock.stop();
    }
    if (isOver) {
      left.clear();
    } else {
      left.settle();
    }
    holdBegun();
  }

  /** Bytes of heads that are not complete, and of those that wait for the answer to another. */
  private long begun() {
    return left.bytes() + underWay.behindTheFirst();
  }

  private void holdBegun() {
    if (!hold()) {
      close();
    }
  }

  /** Sees requests once their head is complete, their bodies in parts, and the answers. */
  private final class Requests extends ChannelDuplexHandler {

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      if (isOver) {
        ReferenceCountUtil.release(message);
      } else if (message instanceof HttpRequest head) {
        begin(context, head);
      } else if (message instanceof HttpContent part) {
        goOn(context, part);
      }
    }

    private void goOn(ChannelHandlerContext context, HttpContent part) {
      HttpRequest head = unfinished;
      left.understood(head == null ? 0 : HeadLength.of(part, head));
      if (part instanceof LastHttpContent) {
        unfinished = null;
        use.waits(underWay.number() == 0);
      }
      if (head != null && part.decoderResult().isFailure()) {
        isOver = true;
        BrokenBody.mark(context.channel(), head, part.decoderResult().cause());
        ReferenceCountUtil.release(part);
        context.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
        closeOnceHeard(context);
      } else {
        context.fireChannelRead(part);
      }
    }

    private void begin(ChannelHandlerContext context, HttpRequest head) {
      long length = HeadLength.of(head);
      left.understood(length);
      underWay.begin(length);
      use.waits(false);
      if (underWay.number() > MOST_UNDER_WAY) {
        isOver = true;
        ReferenceCountUtil.release(head);
        context.close();
        return;
      }
      Optional<RefusedHead> refused = RefusedHead.of(head, underWay.number() > 1);
      isOver = refused.isPresent();
      if (isOver) {
        context.fireChannelRead(refused.get().instead(head));
        context.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
        ReferenceCountUtil.release(head);
      } else {
        Target.shorten(head);
        unfinished = head;
        context.fireChannelRead(head);
      }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
      boolean isInterim =
          message instanceof HttpResponse answer
              && answer.status().codeClass() == HttpStatusClass.INFORMATIONAL;
      if (message instanceof LastHttpContent && !isInterim) {
        underWay.answered();
        holdBegun();
        waitUnlessBusy();
      }
      context.write(message, promise);
      closeOnceHeard(context);
    }

    /** Once all that was answered is sent: whoever reads slowly gets it whole. */
    private void closeOnceHeard(ChannelHandlerContext context) {
      if (isOver && underWay.number() == 0 && !isEnding) {
        isEnding = true;
        context
            .writeAndFlush(Unpooled.EMPTY_BUFFER)
            .addListener(
                sent ->
                    context.executor().schedule(() -> context.close(), FAREWELL_MS, MILLISECONDS));
      }
    }
  }

  /** Once every request that is there as a whole is answered. */
  private void waitUnlessBusy() {
    use.waits(underWay.number() <= (unfinished == null ? 0 : 1));
  }
}
