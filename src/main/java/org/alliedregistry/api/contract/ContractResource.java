package org.alliedregistry.api.contract;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Serves openapi.yaml as it is committed. It is generated from the code by the tests, which fail
 * where the two differ; the service itself has no need of the generator.
 */
@Path("/q")
class ContractResource {

  @GET
  @Path("openapi")
  @Produces("application/yaml")
  @Operation(hidden = true)
  public InputStream contract() {
    return bundled("openapi.yaml");
  }

  @GET
  @Path("swagger-ui")
  @Produces(MediaType.TEXT_HTML)
  @Operation(hidden = true)
  public InputStream page() {
    return bundled("swagger-ui.html");
  }

  private static InputStream bundled(String name) {
    return Objects.requireNonNull(
        ContractResource.class.getResourceAsStream("/contract/" + name), name);
  }
}
