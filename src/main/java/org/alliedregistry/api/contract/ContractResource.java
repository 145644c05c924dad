package org.alliedregistry.api.contract;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.alliedregistry.http.ForwardedPrefix;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Serves openapi.yaml as it is committed. The tests generate it from the code and fail if the two
 * differ, so the service does not contain the generator.
 */
@Path("/q")
class ContractResource {

  /** The start of the line of the contract that names the server. */
  private static final String SERVERS = "\nservers: [{";

  @GET
  @Path("openapi")
  @Produces("application/yaml")
  @Operation(hidden = true)
  public InputStream contract(@Context HttpServerRequest request) throws IOException {
    String prefix = ForwardedPrefix.of(request);
    InputStream contract = bundled("openapi.yaml");
    return prefix.isEmpty() ? contract : below(prefix, contract);
  }

  /** Adds the prefix of the proxy to the server of the contract. */
  private static InputStream below(String prefix, InputStream contract) throws IOException {
    try (contract) {
      String text = new String(contract.readAllBytes(), StandardCharsets.UTF_8);
      String server = "url: '" + prefix.replace("'", "''") + "'";
      return new ByteArrayInputStream(
          text.replace(SERVERS + "url: /", SERVERS + server).getBytes(StandardCharsets.UTF_8));
    }
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
