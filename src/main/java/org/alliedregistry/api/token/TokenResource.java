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
      @Schema(description = "Always null: the list is whole.") @org.jspecify.annotations.Nullable
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
      summary = "The tokens that have not expired, the oldest first; never the tokens themselves")
  public TokenList list() {
    return new TokenList(issuer.all().stream().map(TokenView::of).toList(), null);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "issueToken", summary = "Give out a token; it is shown this once")
  @APIResponseSchema(value = IssuedTokenView.class, responseCode = "201")
  public Response post(
      @RequestBodySchema(NewToken.class) InputStream body,
      @jakarta.ws.rs.core.Context HttpHeaders headers) {
    if (headers.getHeaderString("Idempotency-Key") != null) {
      throw ProblemException.because(
          ProblemType.BAD_REQUEST,
          "A token is shown once and kept nowhere, so this cannot be repeated under an"
              + " Idempotency-Key: revoke the token that nobody heard of.");
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
  @Operation(operationId = "revokeToken", summary = "Make a token worthless at once, for good")
  @APIResponse(responseCode = "204", description = "It is revoked.")
  public Response revoke(@RestPath String id) {
    issuer.revoke(id);
    return Response.noContent().build();
  }
}
