package org.alliedregistry.problem;

import java.util.ArrayDeque;
import java.util.Queue;

/** How long the heads are of the requests on one connection that are not answered, in order. */
final class HeadsUnderWay {

  private final Queue<Long> lengths = new ArrayDeque<>();
  private long behindTheFirst;

  void begin(long length) {
    behindTheFirst += lengths.isEmpty() ? 0 : length;
    lengths.add(length);
  }

  /** The first is. */
  void answered() {
    lengths.poll();
    Long next = lengths.peek();
    behindTheFirst -= next == null ? 0 : next;
  }

  int number() {
    return lengths.size();
  }

  /** Bytes of those that wait for the answer to the one before. */
  long behindTheFirst() {
    return behindTheFirst;
  }
}
