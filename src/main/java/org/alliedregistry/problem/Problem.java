package org.alliedregistry.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * One failure, as RFC 9457 says it.
 *
 * @param advice what to do next
 * @param requestId under which the log has it, as in the header X-Request-Id
 * @param errors for bad input, every fault at once
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String advice,
    String instance,
    String requestId,
    List<Violation> errors) {

  /** The media type of every failure. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /**
   * @param prefix with which paths begin where the caller sees them
   * @param path that was asked for; empty where it is not known
   */
  public static Problem of(ProblemException why, String prefix, String path, String requestId) {
    ProblemType type = why.type();
    return new Problem(
        type.uri(),
        type.title(),
        type.status(),
        named(why.detail(), prefix),
        type.advice(prefix),
        path.isEmpty() ? "" : prefix + path,
        requestId,
        why.faults().stream()
            .map(fault -> new Violation(fault.pointer(), named(fault.detail(), prefix)))
            .toList());
  }

  /** With the paths of lists as the caller sees them. */
  private static String named(String detail, String prefix) {
    return prefix.isEmpty() ? detail : detail.replace("; GET /v1/", "; GET " + prefix + "/v1/");
  }
}
