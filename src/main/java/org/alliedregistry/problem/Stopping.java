package org.alliedregistry.problem;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * From when the service is told to stop until it has finished what it accepted before: refuses what
 * comes then, and lets go whoever waits. The framework waits until every request is answered, and
 * only then takes anything away.
 */
@ApplicationScoped
public class Stopping {

  private static final String SHORTLY = "1";

  private final EarlyRefusal refusal;
  private final List<Runnable> tasks = new CopyOnWriteArrayList<>();
  private volatile boolean hasBegun;

  Stopping(EarlyRefusal refusal) {
    this.refusal = refusal;
  }

  /** Whether the service was told to stop. */
  public boolean hasBegun() {
    return hasBegun;
  }

  /** Does this once the service is told to stop, after {@link #hasBegun} says so. */
  public void then(Runnable task) {
    tasks.add(task);
  }

  void register(@Observes Filters filters) {
    filters.register(this::refuse, FilterOrder.STOPPING);
  }

  private void refuse(RoutingContext context) {
    if (hasBegun) {
      context.response().putHeader(HttpHeaders.RETRY_AFTER, SHORTLY);
      refusal.send(
          context,
          Refusal.because(ProblemType.STOPPING, "It finishes what it accepted before."),
          context.request().path());
    } else {
      context.next();
    }
  }

  /** What is accepted before this is counted, and waited for after it. */
  void begin(@Observes ShutdownDelayInitiatedEvent event) {
    hasBegun = true;
    tasks.forEach(Runnable::run);
  }
}
