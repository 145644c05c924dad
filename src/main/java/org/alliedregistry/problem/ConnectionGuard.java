package org.alliedregistry.problem;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
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

  private static final String DECODER = "httpDecoder";
  private static final String ENCODER = "httpEncoder";

  private final Connections connections;
  private @Nullable ChannelHandlerContext channel;
  private @Nullable ScheduledFuture<?> deadline;
  private boolean isInstalled;
  private boolean isRefused;
  private boolean isInBody;
  private int underWay;

  /** Bytes that were read and are part of no request yet; those of this read. */
  private long unknown;

  /** Those of heads that wait for the answer to the one before. */
  private long queued;

  private long read;

  /** What all connections were told of this one. */
  private long held;

  private boolean isKnown;

  ConnectionGuard(Connections connections) {
    this.connections = connections;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    channel = context;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    connections.opened(this);
    context.fireChannelActive();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    connections.closed(this);
    stopClock();
    context.fireChannelInactive();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object bytes) {
    ChannelPipeline pipeline = context.pipeline();
    if (!isInstalled && pipeline.get(DECODER) != null) {
      pipeline.addBefore(DECODER, "bytes", new Bytes());
      pipeline.addAfter(ENCODER, "requests", new Requests());
      isInstalled = true;
    }
    context.fireChannelRead(bytes);
  }

  /** From any thread. */
  void close() {
    if (channel != null) {
      channel.close();
    }
  }

  private void startClock(ChannelHandlerContext context) {
    deadline =
        context
            .executor()
            .schedule(
                () -> tooLate(context),
                connections.headTimeout().toMillis(),
                TimeUnit.MILLISECONDS);
  }

  /** Says what is held of heads, where that has changed. */
  private boolean hold(long bytes) {
    if (bytes == held) {
      return true;
    }
    held = bytes;
    return connections.begun(this, bytes);
  }

  /** Whoever waits for an answer may have begun the next request. */
  private void tooLate(ChannelHandlerContext context) {
    if (underWay == 0) {
      context.close();
    } else {
      startClock(context);
    }
  }

  private void stopClock() {
    if (deadline != null) {
      deadline.cancel(false);
      deadline = null;
    }
  }

  /** Sees bytes before they are understood. */
  private final class Bytes extends ChannelInboundHandlerAdapter {

    /** Holds them before they are read: what is given back later would come too late. */
    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
      read += ((ByteBuf) bytes).readableBytes();
      long begun = queued + (isKnown ? read : unknown + read);
      if (isInBody || begun < SMALL || hold(begun)) {
        context.fireChannelRead(bytes);
      } else {
        ReferenceCountUtil.release(bytes);
        context.close();
      }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
      count();
      if (unknown > 0 && deadline == null) {
        startClock(context);
      }
      context.fireChannelReadComplete();
    }
  }

  /** What a read left over can be no more than the read itself, once a request came of it. */
  private void count() {
    if (isKnown) {
      stopClock();
      queued = underWay > 1 ? queued : 0;
    }
    unknown = isRefused ? 0 : Math.max(0, isKnown ? read : unknown + read);
    read = 0;
    isKnown = false;
    if (!hold(unknown + queued)) {
      close();
    }
  }

  /** Sees requests once their head is complete, their bodies in parts, and the answers. */
  private final class Requests extends ChannelDuplexHandler {

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      isKnown = true;
      if (isRefused) {
        ReferenceCountUtil.release(message);
      } else if (message instanceof HttpRequest head) {
        begin(context, head);
      } else {
        read -= message instanceof HttpContent part ? part.content().readableBytes() : 0;
        isInBody = !(message instanceof LastHttpContent);
        context.fireChannelRead(message);
      }
    }

    private void begin(ChannelHandlerContext context, HttpRequest head) {
      read -= HeadLength.of(head);
      if (underWay++ == 0) {
        connections.busy(ConnectionGuard.this);
      } else {
        queued += HeadLength.of(head);
      }
      if (underWay > MOST_UNDER_WAY) {
        ReferenceCountUtil.release(head);
        context.close();
        return;
      }
      Optional<RefusedHead> refused = RefusedHead.of(head);
      isRefused = refused.isPresent();
      isInBody = !isRefused;
      if (isRefused) {
        context.fireChannelRead(refused.get().instead(head));
        context.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
        ReferenceCountUtil.release(head);
      } else {
        context.fireChannelRead(head);
      }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
      boolean isInterim =
          message instanceof HttpResponse answer
              && answer.status().codeClass() == HttpStatusClass.INFORMATIONAL;
      if (message instanceof LastHttpContent && !isInterim && --underWay == 0) {
        connections.waits(ConnectionGuard.this);
      }
      context.write(message, promise);
    }

    /** Who does not take their answers is not read from, and holds what they do not take. */
    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
      boolean takes = context.channel().isWritable();
      context.channel().config().setAutoRead(takes);
      holdUnsent(context);
      context.fireChannelWritabilityChanged();
    }

    @Override
    public void flush(ChannelHandlerContext context) {
      context.flush();
      if (!context.channel().isWritable()) {
        holdUnsent(context);
      }
    }

    private void holdUnsent(ChannelHandlerContext context) {
      ChannelOutboundBuffer buffer = context.channel().unsafe().outboundBuffer();
      boolean isTaken = buffer == null || context.channel().isWritable();
      long unsent = isTaken ? 0 : buffer.totalPendingWriteBytes();
      if (!connections.unsent(ConnectionGuard.this, unsent)) {
        ConnectionGuard.this.close();
      }
    }
  }
}
