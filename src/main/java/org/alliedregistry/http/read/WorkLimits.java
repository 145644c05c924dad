package org.alliedregistry.http.read;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import org.alliedregistry.domain.coverage.contribution.WorkLimit;
import org.alliedregistry.http.guard.ComputationConfig;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.ProblemType;

/** Limits the work of one request: a number of steps, and none after its connection is closed. */
@ApplicationScoped
public class WorkLimits {

  /** The number of steps between two checks of the connection. */
  private static final int CHECK_INTERVAL = 1_000;

  private final long most;
  private final CurrentVertxRequest request;

  WorkLimits(ComputationConfig config, CurrentVertxRequest request) {
    this.most = config.workLimit();
    this.request = request;
  }

  /** The limit of the present request. */
  public WorkLimit limit() {
    return new OfRequest(most, request.getCurrent().response());
  }

  /** The limit of one request, for one thread. */
  private static final class OfRequest implements WorkLimit {

    private final long most;
    private final HttpServerResponse response;
    private long steps;
    private long nextCheck;

    OfRequest(long max, HttpServerResponse response) {
      this.most = max;
      this.response = response;
    }

    @Override
    public void spend(long more) {
      steps += more;
      if (steps > most) {
        throw ProblemException.because(
            ProblemType.TOO_MUCH_WORK,
            String.format("The question takes more than the maximum of %,d steps.", most));
      }
      if (steps >= nextCheck) {
        nextCheck = steps + CHECK_INTERVAL;
        refuseAbandoned();
      }
    }

    /** Ends the work of a request whose caller has disconnected. */
    private void refuseAbandoned() {
      if (response.closed()) {
        throw ProblemException.because(ProblemType.BUSY, "The connection is closed.");
      }
    }
  }
}
