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
 * Notes and counts every refused write: who, what and why; of those whom no token makes known, so
 * many a minute, since anybody can have a write refused. What was to be written is not noted, and
 * no token: a log has other readers than the registry.
 */
class RejectedWriteAudit {

  private static final Set<String> READS =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
  private static final int FIRST_FAILURE = 400;
  private static final int LONGEST = 200;
  private static final int LINES_A_MINUTE = 60;
  private static final String PUBLIC = "public";
  private static final String NOBODY = "nobody known";

  private final CurrentIdentityAssociation identity;
  private final MeterRegistry meters;
  private final Bucket ofStrangers =
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
        .recoverWithItem(NOBODY)
        .onItem()
        .invoke(who -> note(who, request, problem))
        .replaceWithVoid();
  }

  private void note(String who, ContainerRequestContext request, Problem problem) {
    boolean isStranger = who.equals(PUBLIC) || who.equals(NOBODY);
    if (!isStranger || ofStrangers.tryConsume(1)) {
      Log.infof(
          "refused: %s %s by %s: %s", request.getMethod(), path(request), who, problem.type());
    }
  }

  /** By the kind of problem only: there are as many counters as rows in the table of failures. */
  private void count(Problem problem) {
    String type = problem.type().substring(problem.type().lastIndexOf('/') + 1);
    Counter.builder("registry.writes.rejected")
        .description("Writes that were refused, by the problem they were answered with.")
        .tag("type", type)
        .register(meters)
        .increment();
  }

  /** As it was sent: a line break in it stays encoded. */
  private static String path(ContainerRequestContext request) {
    String path = request.getUriInfo().getRequestUri().getRawPath();
    return path.substring(0, Math.min(path.length(), LONGEST));
  }

  private static boolean isForRoles(Method operation) {
    return operation != null
        && (operation.isAnnotationPresent(RolesAllowed.class)
            || operation.getDeclaringClass().isAnnotationPresent(RolesAllowed.class));
  }
}
