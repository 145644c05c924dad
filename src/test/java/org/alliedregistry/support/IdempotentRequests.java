package org.alliedregistry.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** Requests under an Idempotency-Key. */
public final class IdempotentRequests {

  private IdempotentRequests() {}

  public static Answer post(ApiClient caller, String path, JsonNode body, String key) {
    Map<String, String> headers =
        Map.of("Content-Type", "application/json", "Idempotency-Key", key);
    return caller.send("POST", path, headers, body.toString());
  }

  /** The second answer is the first, and says that it is. */
  public static void assertSame(Answer again, Answer first) {
    assertThat(again.status()).as(again.text()).isEqualTo(first.status());
    assertThat(again.text()).isEqualTo(first.text());
    for (String name : List.of("Location", "ETag", "Content-Type")) {
      assertThat(again.header(name)).as(name).isEqualTo(first.header(name)).isNotNull();
    }
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(first.header("Idempotency-Replayed")).isNull();
  }
}
