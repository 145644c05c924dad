package org.alliedregistry.http.read;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import org.alliedregistry.domain.coverage.contribution.WorkLimit;
import org.alliedregistry.http.guard.ComputationConfig;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.ProblemType;

/** How much work one request may take: so many steps, and none once its connection is closed. */
@ApplicationScoped
public class WorkLimits {

  /** How many steps lie between two looks at the connection. */
  private static final int UNTIL_NEXT_LOOK = 1_000;

  private final long most;
  private final CurrentVertxRequest request;

  WorkLimits(ComputationConfig config, CurrentVertxRequest request) {
    this.most = config.workLimit();
    this.request = request;
  }

  /** The limit of the request that is answered now. */
  public WorkLimit limit() {
    return new OfRequest(most, request.getCurrent().response());
  }

  /** For one thread. */
  private static final class OfRequest implements WorkLimit {

    private final long most;
    private final HttpServerResponse response;
    private long steps;
    private long nextLook;

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
            String.format("It takes more than the %,d steps of one question.", most));
      }
      if (steps >= nextLook) {
        nextLook = steps + UNTIL_NEXT_LOOK;
        refuseAbandoned();
      }
    }

    /** Nobody reads this answer; it only ends the work. */
    private void refuseAbandoned() {
      if (response.closed()) {
        throw ProblemException.because(ProblemType.BUSY, "Its connection is closed.");
      }
    }
  }
}
