package org.alliedregistry.api.pledge;

import static org.alliedregistry.support.ProblemAssert.assertRefusedAt;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.HttpFixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions and caveats that a statement must not add or lift. */
@QuarkusTest
class CodeRefusalsTest {

  private final ApiClient api = ApiClient.secretariat();
  private final HttpFixtures given = new HttpFixtures(api);
  private String condition = "";
  private String pledge = "";

  @BeforeEach
  void aPledgeUnderACondition() {
    condition = given.condition("VOTE");
    pledge =
        given.pledge(
            "EST",
            given.land(),
            "position: 'PLEDGED', conditions: ['" + condition + "'], caveats: ['NON_COMBAT_ROLE']");
  }

  @Test
  void anUnknownConditionIsAnsweredWithTheNearest() {
    assertRefusedAt(
            append("conditions: ['" + condition + "', 'AFTER_CEASFIRE', 'QQQQQQQQQQ']"),
            "/conditions/1",
            "/conditions/2")
        .withDetail("did you mean AFTER_CEASEFIRE?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lower", "A", "1A", "A-B", "A B", "", "Ä_B"})
  void aCaveatIsACode(String caveat) {
    assertRefusedAt(append("caveats: ['FINE', '" + caveat + "']"), "/caveats/1");
  }

  @Test
  void anyCodeIsACaveat() {
    String caveat = given.code("CAVEAT");
    given.addStatement(pledge, "caveats: ['" + caveat + "']");

    assertThat(api.get("/v1/pledges/" + pledge).json().at("/terms/caveats"))
        .extracting(c -> c.asText())
        .containsExactlyInAnyOrder("NON_COMBAT_ROLE", caveat);
  }

  @Test
  void liftsOnlyWhatIsAConditionOrACaveatOfThePledge() {
    assertRefusedAt(append("lifts: ['REAR_AREA_ONLY']"), "/lifts/0");
    given.addStatement(pledge, "lifts: ['NON_COMBAT_ROLE', '" + condition + "']");

    assertThat(api.get("/v1/pledges/" + pledge).json().at("/terms/caveats")).isEmpty();
    assertThat(api.get("/v1/pledges/" + pledge).json().at("/terms/conditions")).isEmpty();
  }

  @Test
  void nothingIsAddedAndLiftedInOneBreath() {
    assertRefusedAt(
        append("conditions: ['" + condition + "'], lifts: ['" + condition + "']"), "/lifts/0");
    assertRefusedAt(append("caveats: ['NON_COMBAT_ROLE'], lifts: ['NON_COMBAT_ROLE']"), "/lifts/0");
  }

  private Answer append(String fields) {
    return api.post("/v1/pledges/" + pledge + "/statements", HttpFixtures.statementBody(fields));
  }
}
