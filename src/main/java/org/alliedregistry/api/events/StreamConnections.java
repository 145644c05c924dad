package org.alliedregistry.api.events;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.alliedregistry.api.events.ReaderLimit.ReaderPermit;
import org.alliedregistry.http.connection.Channels;
import org.alliedregistry.lifecycle.GracefulShutdown;
import org.alliedregistry.security.Requester;
import org.jspecify.annotations.Nullable;

/**
 * Who reads a stream, and cuts off those that do not take what they were sent and those whose token
 * is over.
 */
@ApplicationScoped
class StreamConnections {

  private static final long CHECK_EVERY_MS = 1_000;

  /** One open stream. */
  final class Reader {

    private final HttpConnection connection;
    private final ReaderPermit permit;
    private final BooleanSupplier mayStay;
    private volatile Runnable forget = () -> {};
    private volatile @Nullable Instant sentAt;

    private Reader(HttpConnection connection, ReaderPermit permit, BooleanSupplier mayStay) {
      this.connection = connection;
      this.permit = permit;
      this.mayStay = mayStay;
    }

    private void watch() {
      forget = Channels.whenClosed(connection, this::close);
    }

    /** Something was sent to it. */
    void onSent() {
      sentAt = clock.instant();
    }

    /** It took what was sent, and wants more. */
    void onRequest() {
      sentAt = null;
    }

    void close() {
      open.remove(this);
      permit.release();
      forget.run();
    }

    private boolean isStalled(Instant since) {
      Instant sent = sentAt;
      return sent != null && sent.isBefore(since);
    }
  }

  private final Set<Reader> open = ConcurrentHashMap.newKeySet();
  private final ReaderLimit readerLimit;
  private final Clock clock;
  private final Duration stall;
  private final GracefulShutdown stopping;

  StreamConnections(
      Vertx vertx,
      ReaderLimit readerLimit,
      Clock clock,
      EventFeedConfig config,
      GracefulShutdown stopping) {
    this.readerLimit = readerLimit;
    this.clock = clock;
    this.stall = config.slowReaderTimeout();
    this.stopping = stopping;
    vertx.setPeriodic(CHECK_EVERY_MS, timer -> cutOff());
  }

  /**
   * One more, unless there are too many; until it is gone or its connection is closed.
   *
   * @param mayStay whether the reader may still read: a token is over sooner than a stream
   */
  Reader opened(Requester requester, HttpConnection connection, BooleanSupplier mayStay) {
    ReaderPermit permit = readerLimit.acquire(requester, connection, connection::close);
    Reader reader = new Reader(connection, permit, mayStay);
    open.add(reader);
    reader.watch();
    return reader;
  }

  void refuseIfFull(Requester requester) {
    readerLimit.refuseIfFull(requester);
  }

  /** A stream ends by itself when the service stops, unless its reader does not take the end. */
  private void cutOff() {
    Instant since = clock.instant().minus(stall);
    for (Reader reader : open) {
      if (reader.isStalled(since) || stopping.hasBegun()) {
        reader.close();
        Channels.reset(reader.connection);
      } else if (!reader.mayStay.getAsBoolean()) {
        reader.close();
        reader.connection.close();
      }
    }
  }
}
