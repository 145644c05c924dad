package org.alliedregistry.api.token;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.alliedregistry.http.question.RecordAccess;
import org.alliedregistry.http.read.Costly;
import org.alliedregistry.json.ParsedBody;
import org.alliedregistry.json.StrictJson;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.ProblemType;
import org.alliedregistry.problem.Violations;
import org.alliedregistry.security.token.LocalTokenIssuer;
import org.alliedregistry.security.token.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/tokens")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.SECRETARIAT)
class TokenResource {

  /** All tokens that have not expired. */
  @Schema(name = "TokenList")
  public record TokenList(
      List<TokenView> items,
      @Schema(description = "Always null, because the list is complete.")
          @org.jspecify.annotations.Nullable
          String next) {}

  private final LocalTokenIssuer issuer;
  private final RecordAccess recordAccess;
  private final StrictJson json;

  TokenResource(LocalTokenIssuer issuer, RecordAccess recordAccess, StrictJson json) {
    this.issuer = issuer;
    this.recordAccess = recordAccess;
    this.json = json;
  }

  @GET
  @Costly
  @Operation(
      operationId = "listTokens",
      summary = "Descriptions of the tokens that have not expired, the oldest first")
  public TokenList list() {
    return new TokenList(issuer.all().stream().map(TokenView::of).toList(), null);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "issueToken", summary = "Issue a token, which is shown only once")
  @APIResponseSchema(value = IssuedTokenView.class, responseCode = "201")
  public Response post(
      @RequestBodySchema(NewToken.class) InputStream body,
      @jakarta.ws.rs.core.Context HttpHeaders headers) {
    if (headers.getHeaderString("Idempotency-Key") != null) {
      throw ProblemException.because(
          ProblemType.BAD_REQUEST,
          "A token is shown only once and is not stored, so this request cannot be repeated with an"
              + " Idempotency-Key. Revoke a token that you did not receive.");
    }
    ParsedBody<NewToken> sent = json.read(body, NewToken.class);
    Violations violations = sent.faultsSoFar();
    sent.body().check(recordAccess.current().allies().keySet(), violations);
    violations.refuseIfAny(ProblemException::ofBody);
    IssuedTokenView issued =
        IssuedTokenView.of(
            issuer.issue(
                Objects.requireNonNull(sent.body().role()),
                sent.body().ally(),
                sent.body().life()));
    return Response.status(Response.Status.CREATED).entity(issued).build();
  }

  @DELETE
  @Path("{id}")
  @Operation(operationId = "revokeToken", summary = "Revoke a token at once")
  @APIResponse(responseCode = "204", description = "The token is revoked.")
  public Response revoke(@RestPath String id) {
    issuer.revoke(id);
    return Response.noContent().build();
  }
}
