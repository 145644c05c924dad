package org.alliedregistry.http.read;

import static org.alliedregistry.support.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.Callers;
import org.alliedregistry.support.HttpFixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A caller asks for what it has seen already, perhaps of a node that knows more than this one. */
@QuarkusTest
class MinRevisionTest {

  private final ApiClient secretariat = ApiClient.secretariat();
  private final HttpFixtures given = new HttpFixtures(secretariat);
  private final ApiClient everybody = new Callers(secretariat).everybody();
  private String land = "";

  @BeforeEach
  void aCapability() {
    land = given.land();
  }

  /** The revision of an entry that would be recorded then. */
  private static String at(Instant instant) {
    return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, instant), 36)
        + "-0000000000000000";
  }

  private Answer pledged() {
    return secretariat.post(
        "/v1/pledges", HttpFixtures.pledgeBody("EST", land, "position: 'PLEDGED'"));
  }

  @Test
  void whatWasToldIsKnown() {
    String revision =
        everybody.get("/v1/coverage").expecting(200).json().get("revision").textValue();

    everybody.get("/v1/coverage?minRevision=" + revision).expecting(200);
    everybody.get("/v1/pledges?minRevision=" + revision).expecting(200);
    everybody.get("/v1/allies/EST?minRevision=none").expecting(200);
  }

  @Test
  void aWriteTellsTheRevisionThatHasIt() {
    String revision = pledged().expecting(201).header("Revision");

    assertThat(everybody.get("/v1/coverage").json().get("revision").textValue())
        .isEqualTo(revision);
  }

  @Test
  void anythingElseIsAFaultThatNamesIt() {
    assertThat(
            everybody
                .get("/v1/coverage?minRevision=newest")
                .expecting(400)
                .json()
                .at("/errors/0/pointer")
                .asText())
        .contains("minRevision");
  }

  @Test
  void whatIsNotKnownInTimeIsToComeBackFor() {
    Answer answer =
        everybody.get("/v1/coverage?minRevision=" + at(Instant.parse("2200-01-01T00:00:00Z")));

    assertProblem(answer, 503, "revision-not-reached");
    assertThat(answer.header("Retry-After")).isEqualTo("1");
  }

  @Test
  void whoeverWaitsIsAnsweredOnceItIsRecorded() throws Exception {
    boolean inTime = false;
    for (int tries = 0; !inTime && tries < 20; tries++) {
      inTime = isAnsweredOnceItIsRecorded();
    }
    assertThat(inTime).isTrue();
  }

  /** False where this machine was too slow to record it while the reader waited. */
  private boolean isAnsweredOnceItIsRecorded() throws Exception {
    Instant soon = Instant.now().plus(Duration.ofMillis(500));
    ExecutorService reader = Executors.newSingleThreadExecutor();
    try {
      Future<Answer> answer =
          reader.submit(() -> everybody.get("/v1/coverage?minRevision=" + at(soon)));
      while (!Instant.now().isAfter(soon)) {
        Thread.sleep(10);
      }
      String revision = pledged().expecting(201).header("Revision");
      if (answer.get().status() == 503) {
        return false;
      }
      assertThat(answer.get().expecting(200).json().get("revision").textValue())
          .isEqualTo(revision);
      return true;
    } finally {
      reader.shutdownNow();
    }
  }

  @Test
  void whatIsHiddenIsNotWaitedFor() throws Exception {
    Instant soon = Instant.now().plus(Duration.ofMillis(100));
    while (!Instant.now().isAfter(soon)) {
      Thread.sleep(10);
    }
    given.pledge("EST", land, "position: 'PLEDGED', releasability: 'ALLIES_ONLY'");

    secretariat.get("/v1/coverage?minRevision=" + at(soon)).expecting(200);
    secretariat.get("/v1/coverage?audience=PUBLIC&minRevision=" + at(soon)).expecting(200);
    everybody.get("/v1/coverage?minRevision=" + at(soon)).expecting(503);
  }
}
