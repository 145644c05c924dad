package org.alliedregistry.ledger.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.alliedregistry.problem.ProblemType;
import org.alliedregistry.problem.Refusal;

/** What a request makes its effect depend on: If-Match and If-None-Match. */
@RequestScoped
class Preconditions {

  private final HttpHeaders headers;

  Preconditions(HttpHeaders headers) {
    this.headers = headers;
  }

  /** Refuses headers that nobody can read, before anything is done. */
  void refuseMalformed() {
    listed(HttpHeaders.IF_MATCH);
    listed(HttpHeaders.IF_NONE_MATCH);
  }

  /** Whether the caller of a read has these bytes already. */
  boolean has(String tag) {
    return listed(HttpHeaders.IF_NONE_MATCH).filter(tags -> tags.matchesWeakly(tag)).isPresent();
  }

  /**
   * Refuses a write whose conditions do not hold.
   *
   * @param current the tag of what a plain GET would answer now, empty where there is nothing
   */
  void require(Supplier<Optional<String>> current) {
    Optional<TagList> match = listed(HttpHeaders.IF_MATCH);
    Optional<TagList> noneMatch = listed(HttpHeaders.IF_NONE_MATCH);
    if (match.isEmpty() && noneMatch.isEmpty()) {
      return;
    }
    Optional<String> tag = current.get();
    if (match.isPresent() && tag.isEmpty()) {
      throw failed(
          "Nothing is there that If-Match could name; to make it, send it without If-Match.");
    }
    if (match.isPresent() && tag.filter(match.get()::matchesStrongly).isEmpty()) {
      throw failed("It is not as If-Match says; take the ETag of a new GET.");
    }
    if (noneMatch.isPresent() && tag.filter(noneMatch.get()::matchesWeakly).isPresent()) {
      throw failed("It is as If-None-Match says it must not be; read it first.");
    }
  }

  /** Refuses to change what is there unless the request says which version it changes. */
  void refuseUnnamed() {
    if (listed(HttpHeaders.IF_MATCH).isEmpty()) {
      throw Refusal.because(
          ProblemType.PRECONDITION_REQUIRED,
          "It is there already, and this would change it: say with If-Match which version you have"
              + " read.");
    }
  }

  /** Refuses conditions where there is nothing to hold them against, rather than ignoring them. */
  void refuseAny() {
    for (String name : List.of(HttpHeaders.IF_MATCH, HttpHeaders.IF_NONE_MATCH)) {
      if (listed(name).isPresent()) {
        throw Refusal.because(
            ProblemType.BAD_REQUEST, name + " has no meaning here: this makes something new.");
      }
    }
  }

  private Optional<TagList> listed(String name) {
    List<String> lines = headers.getRequestHeader(name);
    if (lines == null || lines.isEmpty()) {
      return Optional.empty();
    }
    Optional<TagList> tags = TagList.of(String.join(",", lines));
    if (tags.isEmpty()) {
      throw Refusal.because(
          ProblemType.BAD_REQUEST,
          name + " must be * or the ETag of an answer in its quotes, as \"0a1b2c\"; or several.");
    }
    return tags;
  }

  private static Refusal failed(String detail) {
    return Refusal.because(ProblemType.PRECONDITION_FAILED, detail);
  }
}
