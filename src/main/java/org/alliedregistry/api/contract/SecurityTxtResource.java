package org.alliedregistry.api.contract;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

@Path("/.well-known/security.txt")
class SecurityTxtResource {

  private static final Duration VALID = Duration.ofDays(180);

  private final Optional<URI> contact;
  private final Clock clock;

  SecurityTxtResource(SecurityTxtConfig config, Clock clock) {
    this.contact = config.contact();
    this.clock = clock;
  }

  /** The text changes only once a day, so that its entity tag stays for a day. */
  @GET
  @Produces("text/plain;charset=utf-8")
  @Operation(
      operationId = "getSecurityContact",
      summary = "Where to report a weakness of the registry (RFC 9116)")
  @APIResponse(
      responseCode = "200",
      description = "The contact, when this text expires, and the language to write in.",
      content = @Content(mediaType = "text/plain", schema = @Schema(type = SchemaType.STRING)))
  public byte[] text() {
    URI known =
        contact.orElseThrow(
            () ->
                ProblemException.because(
                    ProblemType.NOT_FOUND,
                    "This registry has no contact for reports of weaknesses. Ask its operator."));
    String text =
        "Contact: "
            + known
            + "\nExpires: "
            + clock.instant().truncatedTo(ChronoUnit.DAYS).plus(VALID)
            + "\nPreferred-Languages: en\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
