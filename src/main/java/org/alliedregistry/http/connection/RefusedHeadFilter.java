package org.alliedregistry.http.connection;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.alliedregistry.http.EarlyProblemResponse;
import org.alliedregistry.http.FilterOrder;
import org.alliedregistry.json.RecordBinder;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.Violation;

/** Answers heads that are refused, and parameters in a path. */
@ApplicationScoped
class RefusedHeadFilter {

  private final EarlyProblemResponse refusal;

  RefusedHeadFilter(EarlyProblemResponse refusal) {
    this.refusal = refusal;
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, FilterOrder.REFUSED_HEAD);
  }

  private void check(RoutingContext context) {
    HttpServerRequest request = context.request();
    String refused = request.getHeader(RefusedHead.HEADER);
    int semicolon = request.path().indexOf(';');
    if (refused != null) {
      refuse(context, RefusedHead.read(refused));
    } else if (semicolon >= 0) {
      String name = request.path().substring(semicolon).replaceFirst("[=/].*", "");
      ProblemException unknown =
          ProblemException.ofParameters(
              List.of(
                  new Violation(
                      RecordBinder.escape(name),
                      "is a parameter in the path. Paths of this service have no parameters")));
      refusal.send(context, unknown, request.path());
    } else {
      context.next();
    }
  }

  /** Answers and closes the connection, because the end of this request is unknown. */
  private void refuse(RoutingContext context, RefusedHead refused) {
    UnreadBodyFilter.closeAfterwards(context.request());
    String path = context.request().path();
    refusal.send(
        context,
        ProblemException.because(refused.type(), refused.detail()),
        path.equals(RefusedHead.UNREADABLE) ? "" : path);
  }
}
