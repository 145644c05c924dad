package org.alliedregistry.feed;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.alliedregistry.problem.Stopping;
import org.jspecify.annotations.Nullable;

/**
 * Who reads a stream, and cuts off those that do not take what they were sent and those whose token
 * is over.
 */
@ApplicationScoped
class Readers {

  private static final long CHECK_EVERY_MS = 1_000;

  /** One open stream. */
  final class Reader {

    private final HttpConnection connection;
    private final BooleanSupplier mayStay;
    private volatile @Nullable Instant sentAt;

    private Reader(HttpConnection connection, BooleanSupplier mayStay) {
      this.connection = connection;
      this.mayStay = mayStay;
    }

    /** Something was sent to it. */
    void sent() {
      sentAt = clock.instant();
    }

    /** It took what was sent, and wants more. */
    void took() {
      sentAt = null;
    }

    void gone() {
      if (open.remove(this)) {
        seats.leave();
      }
    }

    private boolean isStalled(Instant since) {
      Instant sent = sentAt;
      return sent != null && sent.isBefore(since);
    }
  }

  private final Set<Reader> open = ConcurrentHashMap.newKeySet();
  private final Seats seats;
  private final Clock clock;
  private final Duration stall;
  private final Stopping stopping;

  Readers(Vertx vertx, Seats seats, Clock clock, FeedConfig config, Stopping stopping) {
    this.seats = seats;
    this.clock = clock;
    this.stall = config.stall();
    this.stopping = stopping;
    vertx.setPeriodic(CHECK_EVERY_MS, timer -> cutOff());
  }

  /**
   * One more, unless there are too many.
   *
   * @param mayStay whether the reader may still read: a token is over sooner than a stream
   */
  Reader opened(HttpConnection connection, BooleanSupplier mayStay) {
    seats.take();
    Reader reader = new Reader(connection, mayStay);
    open.add(reader);
    return reader;
  }

  /** A stream ends by itself when the service stops, unless its reader does not take the end. */
  private void cutOff() {
    Instant since = clock.instant().minus(stall);
    for (Reader reader : open) {
      if (reader.isStalled(since) || stopping.hasBegun()) {
        reader.gone();
        reset(reader.connection);
      } else if (!reader.mayStay.getAsBoolean()) {
        reader.gone();
        reader.connection.close();
      }
    }
  }

  /** At once: an orderly end would wait until the reader takes what is on its way. */
  private static void reset(HttpConnection connection) {
    if (connection instanceof ConnectionBase base) {
      ChannelHandlerContext context = base.channelHandlerContext();
      context.channel().config().setOption(ChannelOption.SO_LINGER, 0);
      context.close();
    } else {
      connection.close();
    }
  }
}
