package org.alliedregistry.http.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Closes a connection on which a head has begun and is not there in time. */
final class HeadTimeout {

  private final Duration patience;
  private final BooleanSupplier isAnswering;
  private @Nullable ScheduledFuture<?> deadline;

  /**
   * @param isAnswering whoever waits for an answer may have begun the next request
   */
  HeadTimeout(Duration patience, BooleanSupplier isAnswering) {
    this.patience = patience;
    this.isAnswering = isAnswering;
  }

  /** Unless it runs already. */
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
