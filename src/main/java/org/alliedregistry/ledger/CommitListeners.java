package org.alliedregistry.ledger;

import io.quarkus.logging.Log;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Listeners that run after a commit. A failing listener does not undo the commit. */
final class CommitListeners {

  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  void add(Runnable listener) {
    listeners.add(listener);
  }

  void run() {
    for (Runnable listener : listeners) {
      try {
        listener.run();
      } catch (RuntimeException e) {
        Log.error("a listener failed after a commit", e);
      }
    }
  }
}
