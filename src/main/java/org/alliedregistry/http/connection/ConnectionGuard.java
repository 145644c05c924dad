package org.alliedregistry.http.connection;

import io.netty.buffer.ByteBuf;
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
import org.alliedregistry.security.Network;
import org.jspecify.annotations.Nullable;

/**
 * Guards one connection: it limits the time and the size of a request head, and the number of
 * requests in progress. A head that the framework could not answer is replaced by a refused one, so
 * that it gets a problem body.
 */
final class ConnectionGuard extends ChannelInboundHandlerAdapter {

  private static final int MOST_UNDER_WAY = 16;

  /** A head that need not be counted while it is read. */
  private static final int SMALL = 1 << 10;

  private static final String DECODER = "httpDecoder";
  private static final String ENCODER = "httpEncoder";

  private final Connections connections;
  private final HeadTimeout clock;
  private final ConnectionUse use = new ConnectionUse();
  private @Nullable ChannelHandlerContext channel;
  private boolean isOpen;
  private boolean isInstalled;

  /** The held memory is counted at the end of a read, because a request may be answered in it. */
  private boolean isReading;

  /** Everything that arrives from now on is discarded. */
  private boolean isDiscarding;

  /** The request whose body is not complete. */
  private @Nullable HttpRequest unfinished;

  private boolean isEnding;
  private String network = "";
  private final HeldHeads heads;
  private final UnparsedBytes unparsed = new UnparsedBytes();

  ConnectionGuard(Connections connections) {
    this.connections = connections;
    this.heads = new HeldHeads(connections, this, MOST_UNDER_WAY);
    this.clock = new HeadTimeout(connections.headTimeout(), () -> heads.underWay() > 0);
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    channel = context;
    network = Network.of(context.channel().remoteAddress());
    isOpen = true;
    connections.opened(this);
    context.fireChannelActive();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    if (isOpen) {
      isOpen = false;
      connections.closed(this);
    }
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

  /** Closes the connection; from any thread. */
  void close() {
    Objects.requireNonNull(channel).close();
  }

  /** The next bytes belong to no request that has begun. */
  boolean isBetweenRequests() {
    return unfinished == null && !isReading;
  }

  private boolean hold() {
    return !isOpen || heads.hold(unparsed);
  }

  /** Handles bytes before they are decoded. */
  private final class Bytes extends ChannelInboundHandlerAdapter {

    /** Holds them before they are read: what is given back later would come too late. */
    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
      isReading = true;
      unparsed.read(((ByteBuf) bytes).readableBytes());
      if (unfinished != null || unparsed.bytes() < SMALL || hold()) {
        context.fireChannelRead(bytes);
      } else {
        ReferenceCountUtil.release(bytes);
        context.close();
      }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
      isReading = false;
      count();
      waitUnlessBusy();
      if (unparsed.bytes() > 0) {
        clock.start(context);
      }
      context.fireChannelReadComplete();
    }
  }

  private void count() {
    if (unparsed.isAnyUnderstood()) {
      clock.stop();
    }
    if (isDiscarding) {
      unparsed.clear();
    } else {
      unparsed.settle();
    }
    holdOrClose();
  }

  private void holdOrClose() {
    if (!hold()) {
      close();
    }
  }

  /** Handles complete heads, parts of bodies, and answers. */
  private final class Requests extends ChannelDuplexHandler {

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      if (isDiscarding) {
        ReferenceCountUtil.release(message);
      } else if (message instanceof HttpRequest head) {
        begin(context, head);
      } else if (message instanceof HttpContent part) {
        goOn(context, part);
      }
    }

    private void goOn(ChannelHandlerContext context, HttpContent part) {
      HttpRequest head = unfinished;
      unparsed.understood(head == null ? 0 : HeadLength.of(part, head));
      if (part instanceof LastHttpContent) {
        unfinished = null;
        use.waits(heads.underWay() == 0);
      }
      if (head != null && part.decoderResult().isFailure()) {
        isDiscarding = true;
        BrokenBody.mark(context.channel(), head, part.decoderResult().cause());
        ReferenceCountUtil.release(part);
        context.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
        closeOnceHeard(context);
      } else {
        context.fireChannelRead(part);
      }
    }

    private void begin(ChannelHandlerContext context, HttpRequest head) {
      HeadLength length = HeadLength.of(head);
      unparsed.understood(length.bytes());
      heads.begin(length);
      use.waits(false);
      if (heads.underWay() > MOST_UNDER_WAY) {
        isDiscarding = true;
        ReferenceCountUtil.release(head);
        context.close();
        return;
      }
      RequestTarget target = RequestTarget.of(head.uri());
      Optional<RefusedHead> refused = RefusedHead.of(head, target, length, heads.underWay() > 1);
      isDiscarding = refused.isPresent();
      if (isDiscarding) {
        context.fireChannelRead(refused.get().instead(head, target));
        context.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
        ReferenceCountUtil.release(head);
      } else {
        target.shorten(head);
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
        answered();
      }
      context.write(message, promise);
      closeOnceHeard(context);
    }

    private void answered() {
      heads.answered();
      waitUnlessBusy();
      if (!isReading) {
        holdOrClose();
      }
    }

    private void closeOnceHeard(ChannelHandlerContext context) {
      if (isDiscarding && heads.underWay() == 0 && !isEnding) {
        isEnding = true;
        Channels.closeOnceHeard(context);
      }
    }
  }

  /** Marks the connection as waiting when every complete request is answered. */
  private void waitUnlessBusy() {
    use.waits(heads.underWay() <= (unfinished == null ? 0 : 1));
  }
}
