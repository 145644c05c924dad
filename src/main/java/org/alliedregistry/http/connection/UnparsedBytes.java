package org.alliedregistry.http.connection;

/** The number of bytes from a connection that belong to no decoded request yet. */
final class UnparsedBytes {

  /** Up to this many bytes may be optional spaces, which do not count for a request. */
  private static final int MAX_IGNORED_BYTES = 128;

  private long before;
  private long read;
  private long understood;
  private boolean isAnyUnderstood;

  void read(long bytes) {
    read += bytes;
  }

  /** A request, or a part of one, is decoded. It may have begun in an earlier read. */
  void understood(long bytes) {
    understood += bytes;
    isAnyUnderstood = true;
  }

  /** Whether any request of this read is decoded. */
  boolean isAnyUnderstood() {
    return isAnyUnderstood;
  }

  /** The bytes that are not decoded. After a decoded request, not more than those of this read. */
  long bytes() {
    long left = before + read - understood;
    return !isAnyUnderstood ? left : left < MAX_IGNORED_BYTES ? 0 : Math.min(read, left);
  }

  /** The read is over. */
  void settle() {
    settle(bytes());
  }

  /** Resets the count when the bytes are discarded. */
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
