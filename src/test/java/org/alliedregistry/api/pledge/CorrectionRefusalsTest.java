package org.alliedregistry.api.pledge;

import static org.alliedregistry.support.ProblemAssert.assertProblem;
import static org.alliedregistry.support.ProblemAssert.assertRefusedAt;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.HttpFixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Corrections and voids that are refused. */
@QuarkusTest
class CorrectionRefusalsTest {

  private final ApiClient api = ApiClient.secretariat();
  private final HttpFixtures given = new HttpFixtures(api);
  private String land = "";
  private String pledge = "";

  @BeforeEach
  void aPledge() {
    land = given.land();
    pledge = given.pledge("EST", land, "position: 'PLEDGED', amount: {high: 250, unit: 'troops'}");
  }

  @Test
  void theFirstStatementCorrectsNothing() {
    assertRefusedAt(
        opening("position: 'PLEDGED', corrects: '" + given.firstStatement(pledge) + "'"),
        "/statement/corrects");
  }

  @Test
  void aVoidSaysNothingElse() {
    String first = given.firstStatement(pledge);

    assertRefusedAt(
        append("corrects: '" + first + "', void: true, position: 'PLEDGED', wording: 'a few'"),
        "/position",
        "/wording");
  }

  @Test
  void aVoidNamesWhatThereNeverWas() {
    assertRefusedAt(append("void: true"), "/void");
    assertRefusedAt(append("void: true, position: 'PLEDGED'"), "/void", "/position");
  }

  @Test
  void aCorrectionIsOfAStatementOfThisPledge() {
    String other = given.pledge("LVA", land, "position: 'PLEDGED'");

    assertRefusedAt(
        append("position: 'PLEDGED', corrects: '" + given.firstStatement(other) + "'"),
        "/corrects");
    assertRefusedAt(append("position: 'PLEDGED', corrects: 'nope'"), "/corrects");
    assertRefusedAt(
        append("void: true, corrects: '" + given.firstStatement(other) + "'"), "/corrects");
  }

  @Test
  void aStatementIsCorrectedOnce() {
    String first = given.firstStatement(pledge);
    String correction =
        given.addStatement(pledge, "position: 'PLEDGED', corrects: '" + first + "'");

    assertProblem(
        append("position: 'PLEDGED', corrects: '" + first + "'"), 409, "already-corrected");
    assertProblem(append("void: true, corrects: '" + first + "'"), 409, "already-corrected");
    given.addStatement(pledge, "position: 'CONSIDERING', corrects: '" + correction + "'");
  }

  @Test
  void aVoidIsCorrectedAsEverythingElse() {
    String first = given.firstStatement(pledge);
    String voided = given.addStatement(pledge, "void: true, corrects: '" + first + "'");

    assertProblem(
        append("position: 'PLEDGED', corrects: '" + first + "'"), 409, "already-corrected");
    given.addStatement(pledge, "position: 'PLEDGED', corrects: '" + voided + "'");
  }

  @Test
  void aCorrectionOfTheFirstStatementNeedsAPositionToo() {
    String first = given.firstStatement(pledge);

    assertRefusedAt(append("wording: 'a few', corrects: '" + first + "'"), "/position");
  }

  private Answer append(String fields) {
    return append(HttpFixtures.statementBody(fields));
  }

  private Answer append(ObjectNode body) {
    return api.post("/v1/pledges/" + pledge + "/statements", body);
  }

  private Answer opening(String says) {
    return api.post("/v1/pledges", HttpFixtures.pledgeBody("EST", land, says));
  }
}
