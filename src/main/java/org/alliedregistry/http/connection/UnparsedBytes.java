package org.alliedregistry.http.connection;

/** How many of the bytes that a connection has sent are part of no request that is known yet. */
final class UnparsedBytes {

  /** So many may be spaces that nobody needs, which are not counted with a request. */
  private static final int MAX_IGNORED_BYTES = 128;

  private long before;
  private long read;
  private long understood;
  private boolean isAnyUnderstood;

  void read(long bytes) {
    read += bytes;
  }

  /** A request, or a part of one, is known; it may have begun in a read before. */
  void understood(long bytes) {
    understood += bytes;
    isAnyUnderstood = true;
  }

  /** Whether anything of this read is understood. */
  boolean isAnyUnderstood() {
    return isAnyUnderstood;
  }

  /** Once something is understood, no more than the read itself. */
  long bytes() {
    long left = before + read - understood;
    return !isAnyUnderstood ? left : left < MAX_IGNORED_BYTES ? 0 : Math.min(read, left);
  }

  /** The read is over. */
  void settle() {
    settle(bytes());
  }

  /** Nothing that comes is kept. */
  void clear() {
    settle(0);
  }

  private void settle(long left) {
    before = left;
    read = 0;
    understood = 0;
    isAnyUnderstood = false;
  }
}
