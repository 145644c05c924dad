package org.alliedregistry.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;

/** What is expected of every answer of a running service. */
public final class Answers {

  private Answers() {}

  /** It has this status, and a problem body where that says that something is wrong. */
  public static void expect(int status, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    if (status >= 400) {
      expectProblem(answer);
    }
  }

  /** Its body is that of a problem, and one of a missing identity says which is asked for. */
  public static void expectProblem(HttpResponse<String> answer) {
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(Json.read(answer.body()).get("status").asInt()).isEqualTo(answer.statusCode());
    if (answer.statusCode() == 401) {
      assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Bearer");
    }
  }
}
