package org.alliedregistry.http.read;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.ProblemType;

/** The preconditions of a request: If-Match and If-None-Match. */
@RequestScoped
public class Preconditions {

  private final HttpHeaders headers;

  Preconditions(HttpHeaders headers) {
    this.headers = headers;
  }

  /** Refuses malformed headers, before any other step. */
  void refuseMalformed() {
    listed(HttpHeaders.IF_MATCH);
    listed(HttpHeaders.IF_NONE_MATCH);
  }

  /** Whether the caller of a read already has the answer with this tag. */
  boolean has(String tag) {
    return listed(HttpHeaders.IF_NONE_MATCH).filter(tags -> tags.matchesWeakly(tag)).isPresent();
  }

  /**
   * Refuses a write whose preconditions are false.
   *
   * @param current the entity tag of a GET without parameters now; empty if there is no resource
   */
  public void require(Supplier<Optional<String>> current) {
    Optional<EntityTagList> match = listed(HttpHeaders.IF_MATCH);
    Optional<EntityTagList> noneMatch = listed(HttpHeaders.IF_NONE_MATCH);
    if (match.isEmpty() && noneMatch.isEmpty()) {
      return;
    }
    Optional<String> tag = current.get();
    if (match.isPresent() && tag.isEmpty()) {
      throw failed(
          "Nothing is there that If-Match could name; to make it, send it without If-Match.");
    }
    if (match.isPresent() && tag.filter(match.get()::matchesStrongly).isEmpty()) {
      throw failed(
          "It is not as If-Match says; take the ETag of a new GET of this address without parameters.");
    }
    if (noneMatch.isPresent() && tag.filter(noneMatch.get()::matchesWeakly).isPresent()) {
      throw failed("It is as If-None-Match says it must not be; read it first.");
    }
  }

  /** Refuses a change of an existing resource without If-Match (428). */
  public void refuseUnnamed() {
    if (listed(HttpHeaders.IF_MATCH).isEmpty()) {
      throw ProblemException.because(
          ProblemType.PRECONDITION_REQUIRED,
          "It is there already, and this would change it: say with If-Match which version you have"
              + " read.");
    }
  }

  /** Refuses preconditions on an operation that has no entity tag. */
  public void refuseAny() {
    for (String name : List.of(HttpHeaders.IF_MATCH, HttpHeaders.IF_NONE_MATCH)) {
      if (listed(name).isPresent()) {
        throw ProblemException.because(
            ProblemType.BAD_REQUEST, name + " has no meaning here: this makes something new.");
      }
    }
  }

  private Optional<EntityTagList> listed(String name) {
    List<String> lines = headers.getRequestHeader(name);
    if (lines == null || lines.isEmpty()) {
      return Optional.empty();
    }
    Optional<EntityTagList> tags = EntityTagList.of(String.join(",", lines));
    if (tags.isEmpty()) {
      throw ProblemException.because(
          ProblemType.BAD_REQUEST,
          name + " must be * or the ETag of an answer in its quotes, as \"0a1b2c\"; or several.");
    }
    return tags;
  }

  private static ProblemException failed(String detail) {
    return ProblemException.because(ProblemType.PRECONDITION_FAILED, detail);
  }
}
