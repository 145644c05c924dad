package org.alliedregistry.http.read;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * The preconditions of a request: If-Match and If-None-Match (RFC 9110, 13.1). A value, so that the
 * writer thread can compare them.
 *
 * @param match the tags of If-Match; null without it
 * @param noneMatch the tags of If-None-Match; null without it
 */
public record Preconditions(@Nullable EntityTagList match, @Nullable EntityTagList noneMatch) {

  /**
   * @throws ProblemException if a header is malformed
   */
  public static Preconditions of(MultivaluedMap<String, String> headers) {
    return new Preconditions(
        listed(headers, HttpHeaders.IF_MATCH), listed(headers, HttpHeaders.IF_NONE_MATCH));
  }

  /** Whether the caller of a read already has the answer with this tag. */
  public boolean has(String tag) {
    return noneMatch != null && noneMatch.matchesWeakly(tag);
  }

  /**
   * Refuses a write whose preconditions are false.
   *
   * @param current the entity tag of a GET without parameters now; empty if there is no resource
   */
  public void require(Supplier<Optional<String>> current) {
    if (match == null && noneMatch == null) {
      return;
    }
    Optional<String> tag = current.get();
    if (match != null && tag.isEmpty()) {
      throw failed(
          "The resource does not exist, so no tag in If-Match can match. To create it, send the"
              + " request without If-Match.");
    }
    if (match != null && tag.filter(match::matchesStrongly).isEmpty()) {
      throw failed(
          "The resource changed since you read it. GET it again without parameters, and use the new"
              + " ETag.");
    }
    if (noneMatch != null && tag.filter(noneMatch::matchesWeakly).isPresent()) {
      throw failed(
          "The resource exists with a tag that If-None-Match excludes. GET it first, and change it"
              + " with If-Match.");
    }
  }

  /** Refuses a change of an existing resource without If-Match (428). */
  public void requireMatch() {
    if (match == null) {
      throw ProblemException.because(
          ProblemType.PRECONDITION_REQUIRED,
          "The resource exists, and this would change it. GET it, and send its ETag in If-Match.");
    }
  }

  /** Refuses preconditions on an operation that has no entity tag. */
  public void refuseAny() {
    if (match != null || noneMatch != null) {
      throw ProblemException.because(
          ProblemType.BAD_REQUEST,
          (match != null ? HttpHeaders.IF_MATCH : HttpHeaders.IF_NONE_MATCH)
              + " cannot be used here, because the request creates a new resource. Leave it out.");
    }
  }

  private static @Nullable EntityTagList listed(
      MultivaluedMap<String, String> headers, String name) {
    List<String> lines = headers.get(name);
    return lines == null || lines.isEmpty()
        ? null
        : EntityTagList.of(String.join(",", lines))
            .orElseThrow(
                () ->
                    ProblemException.because(
                        ProblemType.BAD_REQUEST,
                        name
                            + " must be * or the ETag of an answer with its quotes, such as"
                            + " \"0a1b2c\", or several of these."));
  }

  private static ProblemException failed(String detail) {
    return ProblemException.because(ProblemType.PRECONDITION_FAILED, detail);
  }
}
