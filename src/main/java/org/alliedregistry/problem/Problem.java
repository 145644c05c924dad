package org.alliedregistry.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A problem detail (RFC 9457).
 *
 * @param advice what to do next
 * @param requestId the id of the request in the log and in the header X-Request-Id
 * @param errors all violations of bad input
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

  /** The media type of every problem. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /**
   * @param prefix the prefix of paths that a proxy adds
   * @param path the path of the request; empty if it is not known
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

  /** Adds the prefix to the paths of lists in a detail. */
  private static String named(String detail, String prefix) {
    return prefix.isEmpty() ? detail : detail.replace("; GET /v1/", "; GET " + prefix + "/v1/");
  }
}
