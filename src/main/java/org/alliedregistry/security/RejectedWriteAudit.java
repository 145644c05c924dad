package org.alliedregistry.security;

import io.github.bucket4j.Bucket;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Set;
import org.alliedregistry.problem.Problem;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Logs and counts every refused write: the caller, the request and the problem. Writes of callers
 * without a token are logged only up to a limit per minute, because anybody can send them. Bodies
 * and tokens are not logged, because the log has other readers than the registry.
 */
class RejectedWriteAudit {

  private static final Set<String> READS =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
  private static final int FIRST_FAILURE = 400;
  private static final int MAX_PATH_LENGTH = 200;
  private static final int LINES_A_MINUTE = 60;
  private static final String PUBLIC = "public";
  private static final String UNKNOWN = "an unknown caller";

  private final CurrentIdentityAssociation identity;
  private final MeterRegistry meters;
  private final Bucket anonymousLines =
      Bucket.builder()
          .addLimit(
              limit ->
                  limit
                      .capacity(LINES_A_MINUTE)
                      .refillGreedy(LINES_A_MINUTE, Duration.ofMinutes(1)))
          .build();

  RejectedWriteAudit(CurrentIdentityAssociation identity, MeterRegistry meters) {
    this.identity = identity;
    this.meters = meters;
  }

  @ServerResponseFilter
  @Nullable Uni<Void> note(
      ContainerRequestContext request, ContainerResponseContext response, ResourceInfo operation) {
    if (response.getStatus() < FIRST_FAILURE
        || READS.contains(request.getMethod())
        || !isForRoles(operation.getResourceMethod())
        || !(response.getEntity() instanceof Problem problem)) {
      return null;
    }
    count(problem);
    return identity
        .getDeferredIdentity()
        .onItem()
        .transform(
            known ->
                known.getPrincipal() instanceof TokenPrincipal principal
                    ? principal.forLog()
                    : PUBLIC)
        .onFailure()
        .recoverWithItem(UNKNOWN)
        .onItem()
        .invoke(who -> note(who, request, problem))
        .replaceWithVoid();
  }

  private void note(String who, ContainerRequestContext request, Problem problem) {
    boolean isAnonymous = who.equals(PUBLIC) || who.equals(UNKNOWN);
    if (!isAnonymous || anonymousLines.tryConsume(1)) {
      Log.infof(
          "refused: %s %s by %s: %s", request.getMethod(), path(request), who, problem.type());
    }
  }

  /** Counts by the type of the problem only, so the number of counters is limited. */
  private void count(Problem problem) {
    String type = problem.type().substring(problem.type().lastIndexOf('/') + 1);
    Counter.builder("registry.writes.rejected")
        .description("Refused writes by problem type.")
        .tag("type", type)
        .register(meters)
        .increment();
  }

  /** The path as it was sent, so a line break in it stays encoded. */
  private static String path(ContainerRequestContext request) {
    String path = request.getUriInfo().getRequestUri().getRawPath();
    return path.substring(0, Math.min(path.length(), MAX_PATH_LENGTH));
  }

  private static boolean isForRoles(Method operation) {
    return operation != null
        && (operation.isAnnotationPresent(RolesAllowed.class)
            || operation.getDeclaringClass().isAnnotationPresent(RolesAllowed.class));
  }
}
