package org.alliedregistry.lifecycle;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Whether shutdown has begun. From then on the service finishes the requests that it accepted, and
 * releases those that wait. The framework stops the beans only after every request is answered.
 */
@ApplicationScoped
public class GracefulShutdown {

  private final List<Runnable> tasks = new CopyOnWriteArrayList<>();
  private volatile boolean hasBegun;

  /** Whether shutdown has begun. */
  public boolean hasBegun() {
    return hasBegun;
  }

  /** Runs a task when shutdown begins, after {@link #hasBegun} returns true. */
  public void onShutdown(Runnable task) {
    tasks.add(task);
  }

  /** Begins the shutdown. The framework counts the requests accepted before, and waits for them. */
  void begin(@Observes ShutdownDelayInitiatedEvent event) {
    hasBegun = true;
    tasks.forEach(Runnable::run);
  }
}
