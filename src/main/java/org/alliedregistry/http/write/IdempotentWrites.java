package org.alliedregistry.http.write;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.alliedregistry.http.ForwardedPrefix;
import org.alliedregistry.json.Digest;
import org.alliedregistry.json.ParsedBody;
import org.alliedregistry.ledger.Ledger;
import org.alliedregistry.ledger.row.IdempotencyKey;
import org.alliedregistry.ledger.row.StoredResponse;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.ProblemType;
import org.alliedregistry.security.Caller;
import org.jspecify.annotations.Nullable;

/** Sends the stored response of the first request to each repetition with its Idempotency-Key. */
@RequestScoped
class IdempotentWrites {

  private static final String KEY = "Idempotency-Key";
  private static final String REPLAYED = "Idempotency-Replayed";
  private static final Pattern FORM = Pattern.compile("[\\x20-\\x7e]{1,255}");

  private final Ledger ledger;
  private final Caller caller;
  private final InFlightRequests running;
  private final HttpHeaders headers;
  private final Request request;
  private final UriInfo uri;

  IdempotentWrites(
      Ledger ledger,
      Caller caller,
      InFlightRequests running,
      HttpHeaders headers,
      Request request,
      UriInfo uri) {
    this.ledger = ledger;
    this.caller = caller;
    this.running = running;
    this.headers = headers;
    this.request = request;
    this.uri = uri;
  }

  /**
   * Runs a write once for each key.
   *
   * @param first runs the write, and stores its response if there is a key
   */
  Response once(ParsedBody<?> sent, Function<@Nullable IdempotencyKey, StoredResponse> first) {
    Optional<String> key = key();
    if (key.isEmpty() || !caller.isAuthenticated()) {
      return response(first.apply(null)).build();
    }
    IdempotencyKey asked =
        new IdempotencyKey(Digest.of(caller.principalKey()), key.get(), digest(sent));
    return running.alone(
        asked,
        () -> response(ledger.findResponse(asked).orElseGet(() -> first.apply(asked))).build());
  }

  private Optional<String> key() {
    List<String> lines = headers.getRequestHeader(KEY);
    if (lines == null || lines.isEmpty()) {
      return Optional.empty();
    }
    if (lines.size() > 1 || !FORM.matcher(lines.get(0)).matches()) {
      throw ProblemException.because(
          ProblemType.BAD_REQUEST,
          KEY + " must be given once, with 1 to 255 printable ASCII characters.");
    }
    return Optional.of(lines.get(0));
  }

  private String digest(ParsedBody<?> sent) {
    URI address = uri.getRequestUri();
    // without the prefix of a proxy, because a repetition may come by another way
    return Digest.of(
        request.getMethod()
            + " "
            + address.getRawPath().substring(ForwardedPrefix.of(uri).length())
            + "?"
            + address.getRawQuery()
            + "\n"
            + sent.digest());
  }

  static Response.ResponseBuilder response(StoredResponse reply) {
    String location = reply.location();
    Response.ResponseBuilder response =
        Response.status(reply.status()).type(reply.mediaType()).entity(reply.body());
    if (location != null) {
      response.location(URI.create(location));
    }
    if (reply.tag() != null) {
      response.header(HttpHeaders.ETAG, reply.tag());
    }
    if (reply.isRepeated()) {
      response.header(REPLAYED, "true");
    }
    return response;
  }
}
