package org.alliedregistry.http.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Closes a connection whose request head is not complete in time. */
final class HeadTimeout {

  private final Duration patience;
  private final BooleanSupplier isAnswering;
  private @Nullable ScheduledFuture<?> deadline;

  /**
   * @param isAnswering whether a request is in progress; its client may have begun the next one
   */
  HeadTimeout(Duration patience, BooleanSupplier isAnswering) {
    this.patience = patience;
    this.isAnswering = isAnswering;
  }

  /** Starts the timer, unless it runs already. */
  void start(ChannelHandlerContext connection) {
    if (deadline == null) {
      deadline =
          connection
              .executor()
              .schedule(() -> tooLate(connection), patience.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void tooLate(ChannelHandlerContext connection) {
    deadline = null;
    if (isAnswering.getAsBoolean()) {
      start(connection);
    } else {
      connection.close();
    }
  }

  void stop() {
    if (deadline != null) {
      deadline.cancel(false);
      deadline = null;
    }
  }
}
