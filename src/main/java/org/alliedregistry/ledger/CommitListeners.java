package org.alliedregistry.ledger;

import io.quarkus.logging.Log;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Those who are told that something was recorded: it is, whatever becomes of the word of it. */
final class CommitListeners {

  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  void add(Runnable listener) {
    listeners.add(listener);
  }

  void tell() {
    for (Runnable listener : listeners) {
      try {
        listener.run();
      } catch (RuntimeException e) {
        Log.error("somebody was not told of what is recorded", e);
      }
    }
  }
}
