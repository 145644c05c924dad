package org.alliedregistry.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.alliedregistry.problem.Problem;
import org.alliedregistry.problem.ProblemException;

/** Answers with a problem body what is refused before any resource is looked for. */
@ApplicationScoped
public class EarlyProblemResponse {

  private final ObjectMapper json;

  EarlyProblemResponse(ObjectMapper json) {
    this.json = json;
  }

  /**
   * Answers.
   *
   * @param path that was asked for; empty where it is what is wrong
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
