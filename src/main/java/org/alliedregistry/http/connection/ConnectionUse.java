package org.alliedregistry.http.connection;

/** Whether a connection is in use. Its own thread writes it, with each request; others read it. */
final class ConnectionUse {

  private volatile boolean isWaiting = true;
  private volatile boolean isUsed;

  /** It waits for its caller: for a request, or for the rest of one. */
  void waits(boolean now) {
    // a write costs more than a look
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

  /** Whether a request came since this was asked last. */
  boolean wasUsed() {
    boolean wasUsed = isUsed;
    isUsed = false;
    return wasUsed;
  }
}
