package org.alliedregistry.problem;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Drops the answer of a resource to a request that was cut off meanwhile: it would be told that its
 * body broke off, and the attempt to say so would be logged as an error.
 */
class LateAnswers {

  @ServerResponseFilter
  void drop(ContainerResponseContext answer, HttpServerRequest request) {
    if (request.response().ended()) {
      answer.setEntity(null);
    }
  }
}
