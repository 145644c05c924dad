package org.alliedregistry.lifecycle;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Whether the service was told to stop. From then on it finishes what it accepted before, and lets
 * go whoever waits. The framework waits until every request is answered, and only then takes
 * anything away.
 */
@ApplicationScoped
public class GracefulShutdown {

  private final List<Runnable> tasks = new CopyOnWriteArrayList<>();
  private volatile boolean hasBegun;

  /** Whether the service was told to stop. */
  public boolean hasBegun() {
    return hasBegun;
  }

  /** Does this once the service is told to stop, after {@link #hasBegun} says so. */
  public void onShutdown(Runnable task) {
    tasks.add(task);
  }

  /** What is accepted before this is counted, and waited for after it. */
  void begin(@Observes ShutdownDelayInitiatedEvent event) {
    hasBegun = true;
    tasks.forEach(Runnable::run);
  }
}
