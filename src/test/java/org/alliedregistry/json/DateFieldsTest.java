package org.alliedregistry.json;

import static org.alliedregistry.support.ProblemAssert.assertRefusedAt;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.HttpFixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mistyped year is refused, wherever a day is said. */
@QuarkusTest
class DateFieldsTest {

  private final ApiClient api = ApiClient.secretariat();
  private final HttpFixtures given = new HttpFixtures(api);
  private String pledge = "";

  @BeforeEach
  void aPledge() {
    pledge = given.pledge("EST", given.land(), "position: 'PLEDGED'");
  }

  private String statements() {
    return "/v1/pledges/" + pledge + "/statements";
  }

  private static LocalDate ahead(int years) {
    return LocalDate.now(ZoneOffset.UTC).plusYears(years);
  }

  private static String source(LocalDate day) {
    return "wording: 'a few', source: {title: 'T', publishedOn: '" + day + "'}";
  }

  @ParameterizedTest
  @CsvSource({
    "saidOn, 1991-01-01, 10",
    "availableFrom, 1991-01-01, 50",
    "availableUntil, 1991-01-01, 50",
    "dueOn, 1991-01-01, 50"
  })
  void aDayOfAStatementLiesWithinItsBounds(String field, LocalDate first, int years) {
    String statement = "wording: 'a few', " + field + ": '";
    given.addStatement(pledge, statement + first + "'");
    given.addStatement(pledge, statement + ahead(years).minusDays(1) + "'");

    for (LocalDate day : new LocalDate[] {first.minusDays(1), ahead(years).plusDays(2)}) {
      assertRefusedAt(
              api.post(statements(), HttpFixtures.statementBody(statement + day + "'")),
              "/" + field)
          .withDetail("from " + first, "Check the year");
    }
    assertRefusedAt(
        api.post(statements(), HttpFixtures.statementBody(statement + "0202-01-01'")), "/" + field);
    assertRefusedAt(
        api.post(statements(), HttpFixtures.statementBody(statement + "9999-12-31'")), "/" + field);
  }

  @Test
  void aSourceIsPublishedFromNineteenHundredToAYearAhead() {
    given.addStatement(pledge, source(LocalDate.of(1900, 1, 1)));
    given.addStatement(pledge, source(ahead(1).minusDays(1)));

    for (LocalDate day : new LocalDate[] {LocalDate.of(1899, 12, 31), ahead(1).plusDays(2)}) {
      assertRefusedAt(
          api.post(statements(), HttpFixtures.statementBody(source(day))), "/source/publishedOn");
    }
  }

  @Test
  void aDayOfAConditionLiesWithinTheSameBounds() {
    String path = "/v1/conditions/" + given.condition("VOTE") + "/statements";

    assertRefusedAt(
        api.post(path, HttpFixtures.statementBody("state: 'MET', saidOn: '1990-12-31'")),
        "/saidOn");
    assertRefusedAt(
        api.post(path, HttpFixtures.statementBody("state: 'MET', saidOn: '20226-01-01'")),
        "/saidOn");
    assertRefusedAt(
        api.post(path, HttpFixtures.statementBody("state: 'MET', saidOn: '2226-01-01'")),
        "/saidOn");
  }
}
