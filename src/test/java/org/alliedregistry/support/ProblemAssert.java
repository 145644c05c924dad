package org.alliedregistry.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Claims on a failure as RFC 9457 says it, and as this service promises it. */
public final class ProblemAssert {

  private static final List<String> NAMES_OF_THE_INSIDE =
      List.of(
          "java.",
          "javax.",
          "jakarta.",
          "org.",
          "com.",
          "io.quarkus",
          "exception",
          ".java",
          "jackson",
          "hibernate",
          "sql",
          "jdbc",
          "arg0",
          "jsonnode",
          "bigdecimal",
          "localdate",
          "byte[]",
          "constraint",
          "null pointer",
          "select ",
          "insert ");

  private final JsonNode problem;

  private ProblemAssert(JsonNode problem) {
    this.problem = problem;
  }

  /** The answer is a problem of this status and type, and shows nothing of the inside. */
  public static ProblemAssert assertProblem(Answer answer, int status, String slug) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    JsonNode problem = answer.json();
    assertThat(problem.path("status").asInt()).as(answer.text()).isEqualTo(status);
    assertThat(problem.path("type").asText()).endsWith("/v1/problems/" + slug);
    assertThat(problem.path("title").asText()).isNotBlank();
    assertThat(problem.path("detail").asText()).isNotBlank();
    assertThat(problem.path("advice").asText())
        .isNotBlank()
        .isNotEqualTo(problem.path("detail").asText());
    assertThat(problem.path("requestId").asText()).isEqualTo(answer.header("X-Request-Id"));
    assertShowsNothingOfTheInside(answer.text());
    return new ProblemAssert(problem);
  }

  public static void assertShowsNothingOfTheInside(String text) {
    assertThat(text.toLowerCase(Locale.ROOT).replace("example.org", ""))
        .doesNotContain(NAMES_OF_THE_INSIDE);
  }

  /** A body that is read and refused, with a fault at each of these pointers and nowhere else. */
  public static ProblemAssert assertRefusedAt(Answer answer, String... pointers) {
    return assertProblem(answer, 400, "invalid-body").at(pointers);
  }

  /** A query that is refused for exactly these parameters. */
  public static ProblemAssert assertParameterRefused(Answer answer, String... names) {
    String[] pointers = new String[names.length];
    for (int i = 0; i < names.length; i++) {
      pointers[i] = "?" + names[i];
    }
    return assertProblem(answer, 400, "invalid-parameter").at(pointers);
  }

  public ProblemAssert at(String... pointers) {
    List<String> found = new ArrayList<>();
    problem.path("errors").forEach(error -> found.add(error.path("pointer").asText()));
    assertThat(found).as(problem.toString()).containsExactlyInAnyOrder(pointers);
    return this;
  }

  /** Says these words somewhere in its detail or its errors. */
  public ProblemAssert withDetail(String... words) {
    String statement = problem.path("detail").asText() + " " + problem.path("errors");
    assertThat(statement).contains(words);
    return this;
  }

  public JsonNode json() {
    return Objects.requireNonNull(problem);
  }
}
