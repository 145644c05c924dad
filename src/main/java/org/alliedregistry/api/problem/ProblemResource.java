package org.alliedregistry.api.problem;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import org.alliedregistry.http.ForwardedPrefix;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.ProblemType;
import org.alliedregistry.problem.UnknownCode;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/problems")
@Produces(MediaType.APPLICATION_JSON)
class ProblemResource {

  /** A type of problem, under the URI that problem bodies give as their type. */
  @Schema(name = "ProblemType")
  public record TypeView(String type, int status, String title, String advice) {
    static TypeView of(ProblemType type, String prefix) {
      return new TypeView(type.uri(), type.status(), type.title(), type.advice(prefix));
    }
  }

  /** All types of problems. */
  @Schema(name = "ProblemTypes")
  public record TypeList(List<TypeView> items) {}

  @GET
  @Operation(operationId = "listProblemTypes", summary = "All problem types")
  public TypeList list(UriInfo uri) {
    String prefix = ForwardedPrefix.of(uri);
    return new TypeList(
        Arrays.stream(ProblemType.values()).map(type -> TypeView.of(type, prefix)).toList());
  }

  @GET
  @Path("{type}")
  @Operation(operationId = "getProblemType", summary = "One problem type, and what to do about it")
  public TypeView get(@RestPath String type, UriInfo uri) {
    return Arrays.stream(ProblemType.values())
        .filter(known -> known.slug().equals(type))
        .findFirst()
        .map(known -> TypeView.of(known, ForwardedPrefix.of(uri)))
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    UnknownCode.code(
                        type,
                        "problem type",
                        Arrays.stream(ProblemType.values()).map(ProblemType::slug).toList())));
  }
}
