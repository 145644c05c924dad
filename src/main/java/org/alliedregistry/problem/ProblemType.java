package org.alliedregistry.problem;

import java.util.Locale;

/** The types of problems, each with its status, its title and the advice on what to do next. */
public enum ProblemType {
  MALFORMED_JSON(
      400,
      "The body is not well-formed JSON",
      "Correct the syntax. Send one JSON object in UTF-8."),
  NOT_GZIP(
      400,
      "The body is not valid gzip",
      "Compress the whole body with gzip, or send it uncompressed and without Content-Encoding."),
  INVALID_BODY(
      400,
      "The body is not valid",
      "Correct the value at each pointer in errors and send the body again. Nothing was recorded."),
  INVALID_PARAMETER(
      400,
      "A parameter is not valid",
      "Correct or remove each parameter that errors names. The contract at /q/openapi lists all"
          + " parameters."),
  TOO_MUCH_WORK(
      400,
      "The question takes too much work",
      "Ask for less: a shorter period, fewer assumptions, or a narrower list."),
  BAD_REQUEST(
      400,
      "The request is not valid",
      "Change the request as the detail says. The contract at /q/openapi describes valid"
          + " requests."),
  UNAUTHENTICATED(
      401,
      "A valid token is needed",
      "Send Authorization: Bearer with a token. The secretariat issues tokens."),
  FORBIDDEN(
      403,
      "The caller is not allowed to do this",
      "Ask the secretariat to do it, or ask it for a token with the right role. The same request is"
          + " refused again."),
  NOT_FOUND(
      404,
      "Not found",
      "The resource does not exist, or the caller may not see it. The contract at /q/openapi lists"
          + " every path."),
  METHOD_NOT_ALLOWED(
      405,
      "The resource does not have this method",
      "Use a method that Allow lists. The contract at /q/openapi describes each method."),
  NOT_ACCEPTABLE(
      406,
      "The requested format is not available",
      "Accept the media type that the contract lists for this path."),
  REQUEST_TIMEOUT(
      408,
      "The body took too long to arrive",
      "Send the request again, and send its body without pauses."),
  REFERENCE_TAKEN(
      409,
      "Another pledge of the same writer has this reference",
      "Add a statement to that pledge, or use another reference."),
  ALREADY_CORRECTED(
      409,
      "The statement is already corrected",
      "Read the history. Correct the statement that replaced it, or leave it."),
  CODE_IN_USE(
      409,
      "The change is not possible, because statements or pledges depend on it",
      "Keep what is in use. Record the change in addition to it, or under another code."),
  QUOTA_EXCEEDED(
      409,
      "A limit of stored items is reached",
      "Make room as the detail says, or wait until stored items expire."),
  IDEMPOTENCY_KEY_IN_USE(
      409,
      "The first request with this key is still running",
      "Repeat the request after the time in Retry-After. It then gets the answer of the first"
          + " request."),
  PRECONDITION_FAILED(
      412,
      "A precondition of the request is false",
      "GET the resource again, then decide what to send."),
  TOO_LARGE(
      413,
      "The body is too large",
      "Send at most 1 MiB with at most 50,000 values, counted after decoding. Send the rest in"
          + " other requests."),
  URI_TOO_LONG(
      414, "The address is too long", "Ask for less at once: a shorter q, or fewer codes."),
  UNSUPPORTED_MEDIA_TYPE(
      415,
      "The resource does not accept this format",
      "Send Content-Type: application/json, uncompressed or with Content-Encoding: gzip."),
  EXPECTATION_FAILED(
      417,
      "The expectation is not supported",
      "Send the request without Expect, or with Expect: 100-continue."),
  IDEMPOTENCY_KEY_REUSED(
      422,
      "The key was used for another request",
      "Use a new Idempotency-Key for each request. Repeat a request without changes."),
  PRECONDITION_REQUIRED(
      428,
      "The request must name the version that it changes",
      "GET the resource, and send its ETag in If-Match. If-Match: * replaces any version."),
  RATE_LIMITED(
      429,
      "Too many requests of this caller",
      "Wait for the time in Retry-After, then send fewer requests. RateLimit shows how many are"
          + " left."),
  REQUEST_HEADERS_TOO_LARGE(
      431,
      "The headers are too large",
      "Send at most 20 KiB of headers. Only a token needs to be long."),
  STORE_UNAVAILABLE(
      503,
      "The store is not available",
      "Try again soon with the same Idempotency-Key. Without a key, first read whether the write"
          + " was recorded."),
  REVISION_NOT_REACHED(
      503,
      "This node does not have that revision yet",
      "Ask again after the time in Retry-After. If the problem stays, leave out minRevision, after"
          + " or Last-Event-ID: the record may have been restored to an earlier state."),
  IDENTITY_PROVIDER_UNAVAILABLE(
      503,
      "The identity provider is not available",
      "Keep the token and try again soon. Public data needs no token."),
  TOO_MANY_READERS(
      503,
      "Too many readers already wait",
      "Try again after the time in Retry-After, or ask without waiting."),
  BUSY(
      503,
      "This node has too many questions at once",
      "Nothing was done. Ask again after the time in Retry-After."),
  TOO_MANY_BODIES(
      503,
      "This node reads too many bodies at once",
      "Nothing was done. Send the request again after the time in Retry-After, and fewer at once."),
  SHUTTING_DOWN(
      503,
      "This node is stopping",
      "Nothing was done. Repeat the request after the time in Retry-After, on another node if there"
          + " is one."),
  INTERNAL_ERROR(
      500,
      "An internal error of the registry",
      "Nothing was recorded. Report the error with the request id.");

  private static final String CONTRACT = "/q/openapi";

  private final int status;
  private final String title;
  private final String advice;

  ProblemType(int status, String title, String advice) {
    this.status = status;
    this.title = title;
    this.advice = advice;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  /**
   * The advice on what to do next.
   *
   * @param prefix the prefix of paths that a proxy adds, such as /registry
   */
  public String advice(String prefix) {
    return advice.replace(CONTRACT, prefix + CONTRACT);
  }

  /** The last part of its type URI, such as {@code invalid-body}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The type URI. A GET of it returns the description. */
  public String uri() {
    return "/v1/problems/" + slug();
  }
}
