package org.alliedregistry.problem;

import java.util.Locale;

/** The types of problems, each with its status, its title and the advice on what to do next. */
public enum ProblemType {
  MALFORMED_JSON(
      400, "The body is not well-formed JSON", "Mend the syntax; send one JSON object in UTF-8."),
  NOT_GZIP(
      400,
      "The body is not the gzip that its head names",
      "Compress all of it with gzip, or send it plain and without Content-Encoding."),
  INVALID_BODY(
      400,
      "The body does not say what it must",
      "Mend what stands at each pointer of errors and send it again; nothing was recorded."),
  INVALID_PARAMETER(
      400,
      "A parameter is not understood",
      "Mend or leave out each one that errors names; the contract at /q/openapi lists them."),
  TOO_MUCH_WORK(
      400,
      "The question takes more work than one may take",
      "Ask for less: a shorter span, fewer suppositions, or a narrower list."),
  BAD_REQUEST(
      400,
      "The request is not understood",
      "Change it as the detail says; the contract at /q/openapi shows how requests are made."),
  UNAUTHENTICATED(
      401,
      "A valid token is needed",
      "Send Authorization: Bearer with a token; the secretariat gives them out."),
  FORBIDDEN(
      403,
      "Not allowed for this caller",
      "Ask the secretariat to do it, or for a token that may; the same request is refused again."),
  NOT_FOUND(
      404,
      "Nothing is here",
      "Either it is not there, or not for this caller. The contract at /q/openapi lists every path."),
  METHOD_NOT_ALLOWED(
      405,
      "Not a method of this resource",
      "Use a method that Allow lists; the contract at /q/openapi says what each does."),
  NOT_ACCEPTABLE(
      406,
      "Not available in the form asked for",
      "Accept the type that the contract names for this path."),
  REQUEST_TIMEOUT(
      408, "The body took too long to arrive", "Send the request again, its body without pauses."),
  REFERENCE_TAKEN(
      409,
      "The reference is that of another pledge of the same writer",
      "Add a statement to that pledge, or give this one a reference of its own."),
  ALREADY_CORRECTED(
      409,
      "The statement is corrected already",
      "Read the history: correct the statement that took its place, or leave it."),
  CODE_IN_USE(
      409,
      "What is spoken of cannot be changed so",
      "Keep what is in use as it is, and record what is new beside it or under another code."),
  QUOTA_EXCEEDED(
      409,
      "As much is kept as may be",
      "Make room as the detail says, or wait until what is kept expires."),
  IDEMPOTENCY_KEY_IN_USE(
      409,
      "The first request with this key is still running",
      "Repeat it after what Retry-After says; the answer is then that of the first."),
  PRECONDITION_FAILED(
      412, "It is not as the request says it must be", "Read it again, then decide anew."),
  TOO_LARGE(
      413,
      "The body is too large",
      "Send at most 1 MiB with at most 50,000 values, counted after decoding; part the rest."),
  URI_TOO_LONG(
      414, "The address is too long", "Ask for less at once: a shorter q, or fewer codes."),
  UNSUPPORTED_MEDIA_TYPE(
      415,
      "Not a form this resource takes",
      "Send Content-Type: application/json, plain or with Content-Encoding: gzip."),
  EXPECTATION_FAILED(
      417,
      "What is expected is not done here",
      "Send it without Expect, or with Expect: 100-continue."),
  IDEMPOTENCY_KEY_REUSED(
      422,
      "The key stood on another request",
      "Give each request an Idempotency-Key of its own; repeat a request as it was."),
  PRECONDITION_REQUIRED(
      428,
      "It must say which version it changes",
      "Read it, and send the ETag of that answer as If-Match; If-Match: * replaces any version."),
  RATE_LIMITED(
      429,
      "Too many requests of this caller",
      "Wait as long as Retry-After says, then go slower: RateLimit tells how much is left."),
  REQUEST_HEADERS_TOO_LARGE(
      431,
      "The headers are too large",
      "Send at most 20 KiB of headers; none but a token need be long."),
  STORE_UNAVAILABLE(
      503,
      "The store fails now",
      "Try again shortly: with the same Idempotency-Key, or read first whether it was recorded."),
  REVISION_NOT_REACHED(
      503,
      "This node does not know that revision yet",
      "Ask again after what Retry-After says. Where it stays so, leave out minRevision, after or"
          + " Last-Event-ID: the record may have been put back to an earlier state."),
  IDENTITY_PROVIDER_UNAVAILABLE(
      503,
      "The identity provider cannot be asked now",
      "Keep the token and try again shortly; what is public needs none."),
  TOO_MANY_READERS(
      503,
      "Too many readers wait already",
      "Come back after what Retry-After says, or do not wait."),
  BUSY(
      503,
      "Too much is asked of this node at once",
      "Nothing was done; ask again after what Retry-After says."),
  TOO_MANY_BODIES(
      503,
      "Too many bodies are read now",
      "Nothing was done; send it again after what Retry-After says, fewer of yours at once."),
  SHUTTING_DOWN(
      503,
      "This node is stopping",
      "Nothing was done; repeat it after what Retry-After says, of another node if there is one."),
  INTERNAL_ERROR(
      500, "An error of the registry's own", "Nothing was recorded; report it with the id.");

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
