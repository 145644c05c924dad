package org.alliedregistry.http.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.ApiClient;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NoRateLimitTest {

  @Test
  void unlessItIsToldToTheRegistryCountsNothing() {
    Answer answer = ApiClient.secretariat().get("/v1/allies/EST").expecting(200);

    assertThat(answer.headers().hasHeaderWithName("RateLimit")).isFalse();
    assertThat(answer.headers().hasHeaderWithName("RateLimit-Policy")).isFalse();
  }
}
