package org.alliedregistry.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * One failure, as RFC 9457 says it.
 *
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
    List<Fault> errors) {

  /** The media type of every failure. */
  public static final String MEDIA_TYPE = "application/problem+json";

  static Problem of(ProblemType type, String detail, String instance, List<Fault> errors) {
    return new Problem(
        type.uri(), type.title(), type.status(), detail, type.advice(), instance, errors);
  }
}
