package org.alliedregistry.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.alliedregistry.problem.Problem;
import org.alliedregistry.problem.ProblemException;

/** Sends a problem body for a request that is refused before routing. */
@ApplicationScoped
public class EarlyProblemResponse {

  private final ObjectMapper json;

  EarlyProblemResponse(ObjectMapper json) {
    this.json = json;
  }

  /**
   * Sends the problem.
   *
   * @param path the path of the request; empty if the path itself is invalid
   */
  public Future<Void> send(RoutingContext context, ProblemException refusal, String path) {
    try {
      return context
          .response()
          .setStatusCode(refusal.type().status())
          .putHeader("Content-Type", Problem.MEDIA_TYPE)
          .end(
              json.writeValueAsString(
                  Problem.of(
                      refusal,
                      ForwardedPrefix.of(context.request()),
                      path,
                      RequestIds.of(context.response()))));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem that cannot be written as JSON", e);
    }
  }
}
