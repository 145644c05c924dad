package org.alliedregistry.access;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** A token that is sent must be valid, also where none is needed. */
class TokenCheck {

  private final CurrentIdentityAssociation identity;

  TokenCheck(CurrentIdentityAssociation identity) {
    this.identity = identity;
  }

  @ServerRequestFilter
  @Nullable Uni<Response> check(ContainerRequestContext request) {
    return request.getHeaderString(HttpHeaders.AUTHORIZATION) == null
        ? null
        : identity.getDeferredIdentity().onItem().transform(known -> null);
  }
}
