package org.alliedregistry.api.pledge;

import static org.alliedregistry.support.ProblemAssert.assertRefusedAt;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When, on whose word and where it can be read: what is refused. */
@QuarkusTest
class AttributionRefusalsTest {

  private final ApiClient api = ApiClient.secretariat();
  private final HttpFixtures given = new HttpFixtures(api);
  private String pledge = "";

  @BeforeEach
  void aPledge() {
    pledge =
        given.pledge(
            "EST", given.land(), "position: 'PLEDGED', amount: {high: 250, unit: 'troops'}");
  }

  @Test
  void aStatementNeedsADayAGradeAndASource() {
    assertRefusedAt(append(Json.object("position: 'PLEDGED'")), "/saidOn", "/evidence", "/source");
    assertRefusedAt(
        append(Json.object("position: 'PLEDGED', saidOn: null, evidence: null, source: null")),
        "/saidOn",
        "/evidence",
        "/source");
  }

  @Test
  void aSourceNeedsATitle() {
    assertRefusedAt(append("position: 'PLEDGED', source: {publisher: 'A'}"), "/source/title");
    assertRefusedAt(append("position: 'PLEDGED', source: {title: ''}"), "/source/title");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://example.org/a", "javascript:alert(1)", "example.org", "//example.org", "http://",
        "https:// example.org", "file:///etc/passwd", "", "https://exa mple.org/", "http:/x"
      })
  void anAddressIsHttpOrHttps(String url) {
    ObjectNode body = HttpFixtures.statementBody("position: 'PLEDGED'");
    ((ObjectNode) body.get("source")).put("url", url);

    assertRefusedAt(append(body), "/source/url");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-02-30", "2026-2-3", "26-02-03", "2026-02-03T00:00:00Z", "", "now"})
  void aDayExists(String day) {
    assertRefusedAt(append("position: 'PLEDGED', saidOn: '" + day + "'"), "/saidOn");
  }

  private Answer append(String fields) {
    return append(HttpFixtures.statementBody(fields));
  }

  private Answer append(ObjectNode body) {
    return api.post("/v1/pledges/" + pledge + "/statements", body);
  }
}
