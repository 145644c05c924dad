package org.alliedregistry.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.ApiClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AcceptTest {

  private final ApiClient anybody = ApiClient.secretariat().withoutToken();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json, bogus",
        "application/json;a=\"x,y\"",
        "bogus",
        ",",
        "application/json;q=high",
        "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8"
      })
  void anItemThatCannotBeReadIsIgnored(String accepted) {
    for (String path : new String[] {"/v1/allies/EST", "/v1/allies", "/v1/coverage"}) {
      Answer answer = anybody.send("GET", path, Map.of("Accept", accepted), null);

      assertThat(answer.status()).as(path).isEqualTo(200);
      assertThat(answer.header("Content-Type")).startsWith("application/json");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/csv;charset=utf-8;q=0.5, application/json | text/csv;q=0.5,application/json",
        "*/* | */*",
        "text/*;q=0.25,bogus | text/*;q=0.25",
        "a/b;q=2 | a/b",
        "bogus | */*"
      })
  void theWeightIsKept(String sent, String read) {
    assertThat(FixedFormatFilter.readable(sent)).isEqualTo(read);
  }

  @Test
  void anEventListIsNoTableWhateverIsAccepted() {
    Answer answer =
        anybody.send(
            "GET", "/v1/ledger", Map.of("Accept", "text/csv, application/json;q=0.1"), null);

    assertThat(answer.header("Content-Type")).startsWith("application/json");
  }
}
