package org.alliedregistry.http;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Answers OPTIONS with the methods of the path. The framework would list those of the class. */
class OptionsFilter {

  private final AllowedMethods allowed;

  OptionsFilter(AllowedMethods allowed) {
    this.allowed = allowed;
  }

  @ServerRequestFilter(preMatching = true)
  @Nullable Response answer(ContainerRequestContext request) {
    if (!request.getMethod().equals(HttpMethod.OPTIONS)) {
      return null;
    }
    Set<String> methods = allowed.at(request.getUriInfo().getPath());
    return methods.isEmpty() ? null : Response.ok().allow(methods).build();
  }
}
