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
 * The open streams. It closes those whose reader does not read what was sent, and those whose token
 * is no longer active.
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

    /** An event was sent to the reader. */
    void onSent() {
      sentAt = clock.instant();
    }

    /** The reader read what was sent, and requests more. */
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
   * Opens a stream, or refuses it if there are too many. It is open until its reader leaves or its
   * connection is closed.
   *
   * @param mayStay whether the reader may continue; a token may expire before the stream ends
   */
  Reader opened(Requester requester, HttpConnection connection, BooleanSupplier mayStay) {
    ReaderPermit permit =
        readerLimit.acquire(requester, connection, () -> Channels.closeSoon(connection));
    Reader reader = new Reader(connection, permit, mayStay);
    open.add(reader);
    reader.watch();
    return reader;
  }

  void refuseIfFull(Requester requester) {
    readerLimit.refuseIfFull(requester);
  }

  /** Closes stalled streams. At shutdown a stream ends by itself, unless its reader is stalled. */
  private void cutOff() {
    Instant since = clock.instant().minus(stall);
    for (Reader reader : open) {
      if (reader.isStalled(since) || stopping.hasBegun()) {
        reader.close();
        Channels.reset(reader.connection);
      } else if (!reader.mayStay.getAsBoolean()) {
        reader.close();
        Channels.closeSoon(reader.connection);
      }
    }
  }
}
