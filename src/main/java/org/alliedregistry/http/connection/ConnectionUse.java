package org.alliedregistry.http.connection;

/** Whether a connection is in use. Its own thread writes it, with each request; others read it. */
final class ConnectionUse {

  private volatile boolean isWaiting = true;
  private volatile boolean isUsed;

  /** Sets whether the connection waits for its caller: for a request, or for the rest of one. */
  void waits(boolean now) {
    // a volatile write costs more than a read
    if (now != isWaiting) {
      isWaiting = now;
    }
    if (!now && !isUsed) {
      isUsed = true;
    }
  }

  boolean isWaiting() {
    return isWaiting;
  }

  /** Whether a request came since the last call. */
  boolean wasUsed() {
    boolean wasUsed = isUsed;
    isUsed = false;
    return wasUsed;
  }
}
