package org.alliedregistry.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.ApiClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every answer has an id, and a problem body the same. */
@QuarkusTest
class RequestIdsTest {

  private final ApiClient api = ApiClient.secretariat();

  private Answer get(String path, String id) {
    return api.withoutToken().send("GET", path, Map.of("X-Request-Id", id), null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/v1/allies/EST", "/v1/allies/NOPE", "/nope", "/v1/tokens", "/v1/pledges?q=%00"})
  void everyAnswerHasAnIdOfItsOwn(String path) {
    String first = api.withoutToken().get(path).header("X-Request-Id");

    assertThat(first).isNotBlank();
    assertThat(api.withoutToken().get(path).header("X-Request-Id")).isNotEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "0b9a-41", "Root=1-67891233-abcdef012345678912345678", "a/b+c=="})
  void thatOfTheClientIsKept(String id) {
    assertThat(get("/v1/allies/EST", id).header("X-Request-Id")).isEqualTo(id);
    assertThat(get("/v1/allies/NOPE", id).json().get("requestId").asText()).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "<script>", "ä", "a\"b", "{}"})
  void whatIsNoPlainWordIsNot(String id) {
    assertThat(get("/v1/allies/EST", id).header("X-Request-Id")).isNotBlank().isNotEqualTo(id);
  }

  @Test
  void anIdHasAtMostSoManyCharacters() {
    String longest = "x".repeat(128);

    assertThat(get("/v1/allies/EST", longest).header("X-Request-Id")).isEqualTo(longest);
    assertThat(get("/v1/allies/EST", longest + "x").header("X-Request-Id")).hasSize(36);
  }
}
