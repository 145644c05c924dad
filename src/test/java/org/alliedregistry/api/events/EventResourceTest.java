package org.alliedregistry.api.events;

import static org.alliedregistry.support.ProblemAssert.assertParameterRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.alliedregistry.domain.record.Entry;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.reference.Audience;
import org.alliedregistry.ledger.Ledger;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.HttpFixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The change feed, polled. */
@QuarkusTest
class EventResourceTest {

  @Inject Ledger ledger;
  @Inject EventFeed feed;
  @Inject ReaderLimit readerLimit;

  private final ApiClient api = ApiClient.secretariat();
  private final HttpFixtures given = new HttpFixtures(api);

  private String land() {
    return given.land();
  }

  /** All events from the first to the last. */
  private List<JsonNode> all() {
    List<JsonNode> events = new ArrayList<>();
    JsonNode page = api.get("/v1/ledger?limit=333").expecting(200).json();
    while (!page.get("items").isEmpty()) {
      page.get("items").forEach(events::add);
      page = api.get(page.get("next").asText()).expecting(200).json();
    }
    return events;
  }

  private String lastId() {
    List<Entry> journal = ledger.registry().log();
    return journal.get(journal.size() - 1).stamp().id();
  }

  @Test
  void pagesFromTheFirstToTheLastAreTheLedgerInOrder() {
    given.pledge("EST", land(), "position: 'PLEDGED'");

    assertThat(all().stream().map(e -> e.get("id").asText()).toList())
        .isEqualTo(ledger.registry().log().stream().map(e -> e.stamp().id()).toList());
  }

  @Test
  void replayingTheFeedRebuildsTheRegistry() {
    String land = land();
    String vote = given.condition("VOTE", true);
    given.fourBrigades(land);
    String whole =
        given.pledge(
            HttpFixtures.pledgeBody(
                "EST,LVA",
                land,
                "position: 'PLEDGED', amount: {high: 2, unit: 'company'}, caveats: ['X_Y'],"
                    + " conditions: ['"
                    + vote
                    + "'], place: 'IN_UKRAINE', note: 'a note', speaker: 'somebody'"));
    given.addStatement(
        whole,
        "amount: null, committed: {all: true}, allocated: {unit: 'troops'}, inPlace: {low: 1,"
            + " unit: 'troops'}, conditions: [], lifts: ['X_Y'], availableFrom: '2027-01-01',"
            + " availableUntil: null, daysToInPlace: 30, wording: 'some'");
    given.addStatement(whole, "corrects: '" + given.firstStatement(whole) + "', void: true");
    given.onCondition(vote, "state: 'MET', ally: 'EST'");
    given.onCondition(vote, "state: 'FAILED', evidence: 'REPORTED'");
    api.put(
            "/v1/baselines/" + given.name("framework"),
            HttpFixtures.baselineBody(
                "{code: 'BACKED', title: 'Backed', milestone: '"
                    + given.condition("BACKED")
                    + "'}"))
        .expecting(201);
    String declaration =
        api.post(
                "/v1/declarations",
                HttpFixtures.statementBody(
                    "title: 'Twenty-six', participants: 26, named: ['FRA', 'EST']"))
            .expecting(201)
            .location();
    api.post(declaration + "/statements", HttpFixtures.statementBody("named: ['LTU']"))
        .expecting(201);

    FeedReplay replay = new FeedReplay();
    List<JsonNode> events = all();
    events.forEach(replay::take);

    RegistrySnapshot recorded = ledger.registry().asOf(events.size());
    assertThat(replay.registry().log().size()).isEqualTo(recorded.log().size());
    for (int i = 0; i < events.size(); i++) {
      assertThat(FeedReplay.withoutHash(replay.registry().log().get(i)))
          .as("%s", events.get(i))
          .isEqualTo(FeedReplay.withoutHash(recorded.log().get(i)));
    }
    assertThat(replay.registry().coverageInput()).isEqualTo(recorded.coverageInput());
  }

  @Test
  void anEventSaysWhatWasRecordedOfWhatByWhomAndWhen() {
    String last = lastId();
    String pledge = given.pledge("EST", land(), "position: 'PLEDGED'");

    JsonNode items = api.get("/v1/ledger?after=" + last).expecting(200).json().get("items");

    assertThat(items).hasSize(3);
    assertThat(items.findValuesAsText("type"))
        .containsExactly(
            "org.alliedregistry.capability.recorded.v1",
            "org.alliedregistry.pledge.recorded.v1",
            "org.alliedregistry.statement.recorded.v1");
    JsonNode said = items.get(2);
    JsonNode statement = api.get("/v1/pledges/" + pledge + "/statements").json().at("/items/0");
    assertThat(said.get("specversion").asText()).isEqualTo("1.0");
    assertThat(said.get("source").asText()).isEqualTo("/v1/ledger");
    assertThat(said.get("subject").asText()).isEqualTo("/v1/pledges/" + pledge);
    assertThat(said.get("time")).isEqualTo(statement.get("recordedAt"));
    assertThat(said.get("recordedby")).isEqualTo(statement.get("recordedBy"));
    assertThat(said.get("data")).isEqualTo(statement);
    assertThat(items.get(1).at("/data/allies/0").asText()).isEqualTo("EST");
  }

  @Test
  void nextIsAlwaysThereAndKeepsWhatWasAsked() {
    JsonNode first = api.get("/v1/ledger?limit=1&wait=0").expecting(200).json();
    assertThat(first.get("next").asText())
        .isEqualTo("/v1/ledger?after=" + first.at("/items/0/id").asText() + "&limit=1&wait=0");

    String last = lastId();
    JsonNode none = api.get("/v1/ledger?after=" + last).expecting(200).json();
    assertThat(none.get("items")).isEmpty();
    assertThat(none.get("next").asText()).isEqualTo("/v1/ledger?after=" + last);
  }

  @Test
  void aWaitingReaderIsToldOfTheNextWrite() throws InterruptedException {
    String last = lastId();
    int taken = readerLimit.taken();
    CompletableFuture<Answer> waiting =
        CompletableFuture.supplyAsync(
            () -> ApiClient.secretariat().get("/v1/ledger?wait=60&after=" + last),
            task -> new Thread(task, "waiting reader").start());
    while (readerLimit.taken() == taken && !waiting.isDone()) {
      Thread.sleep(10);
    }
    assertThat(waiting).isNotDone();
    land();

    JsonNode items = waiting.join().json().get("items");
    assertThat(items.findValuesAsText("type"))
        .containsExactly("org.alliedregistry.capability.recorded.v1");
  }

  @Test
  void lateWordOfAnEarlierWriteEndsNoWait() {
    int all = ledger.registry().log().size();
    CompletableFuture<List<Entry>> waiting =
        feed.nextWithin(new FeedPosition(Audience.SECRETARIAT, all), 1, Duration.ofSeconds(30))
            .subscribeAsCompletionStage();

    feed.wake();
    assertThat(waiting).isNotDone();
    land();
    assertThat(waiting.join()).hasSize(1);
  }

  @Test
  void aWaitThatIsOverAnswersNothingAndWhereToGoOn() {
    String last = lastId();
    JsonNode over = api.get("/v1/ledger?wait=1&after=" + last).expecting(200).json();

    assertThat(over.get("items")).isEmpty();
    assertThat(over.get("next").asText()).isEqualTo("/v1/ledger?after=" + last + "&wait=1");
  }

  @ParameterizedTest
  @CsvSource({
    "after=x, after",
    "after=hohdlub6dn-0000000000000000, after",
    "after=1, after",
    "after=zzzzzzzzzzzzz-0000000000000000, after",
    "limit=0, limit",
    "limit=501, limit",
    "wait=61, wait",
    "wait=-1, wait",
    "type=statements, type",
    "ally=NOPE, ally",
    "cursor=x, cursor"
  })
  void whatCannotBeAskedIsRefusedByItsName(String query, String parameter) {
    assertParameterRefused(api.get("/v1/ledger?" + query), parameter);
  }

  @Test
  void theCursorOfAListIsForeignHere() {
    String next = api.get("/v1/allies?limit=1").json().get("next").asText();

    assertParameterRefused(
        api.get("/v1/ledger?after=" + next.replaceFirst(".*cursor=", "")), "after");
  }

  private List<String> subjects(String query) {
    JsonNode items = api.get("/v1/ledger?" + query).expecting(200).json().get("items");
    return items.findValuesAsText("subject");
  }

  @Test
  void theTypeOfAnEventIsWhatItCanBeAskedBy() {
    all()
        .forEach(
            event ->
                assertThat(EventFilter.knownTypes())
                    .contains(
                        event
                            .get("type")
                            .asText()
                            .replaceAll("org.alliedregistry.|.recorded.v1", "")));
  }

  @Test
  void eventsOfTypesAlliesAndPledges() {
    String land = land();
    String last = lastId();
    String est = given.pledge("EST,LVA", land, "position: 'PLEDGED'");
    String vote = given.condition("VOTE", true);
    String fin = given.pledge("FIN", land, "position: 'PLEDGED'");
    given.onCondition(vote, "state: 'MET', ally: 'LVA'");
    String after = "after=" + last;

    assertThat(subjects(after + "&type=pledge"))
        .containsExactly("/v1/pledges/" + est, "/v1/pledges/" + fin);
    assertThat(subjects(after + "&type=condition,statement"))
        .containsExactly("/v1/pledges/" + est, "/v1/conditions/" + vote, "/v1/pledges/" + fin);
    assertThat(subjects(after + "&ally=LVA"))
        .containsExactly("/v1/pledges/" + est, "/v1/pledges/" + est, "/v1/conditions/" + vote);
    assertThat(subjects(after + "&pledge=" + fin + ",unknown"))
        .containsExactly("/v1/pledges/" + fin, "/v1/pledges/" + fin);
    assertThat(subjects(after + "&pledge=" + fin + "&ally=LVA")).isEmpty();
  }

  @Test
  void theNextAddressGoesOnAfterAllThatWasLookedAt() {
    String land = land();
    String last = lastId();
    String est = given.pledge("EST", land, "position: 'PLEDGED'");
    given.pledge("FIN", land, "position: 'PLEDGED'");

    JsonNode page = api.get("/v1/ledger?limit=1&type=pledge&after=" + last).json();
    assertThat(page.get("next").asText())
        .isEqualTo("/v1/ledger?after=" + page.at("/items/0/id").asText() + "&limit=1&type=pledge");
    JsonNode second = api.get(page.get("next").asText()).expecting(200).json();
    assertThat(second.at("/items/0/data/allies/0").asText()).isEqualTo("FIN");

    JsonNode none = api.get("/v1/ledger?pledge=unknown&after=" + last).json();
    assertThat(none.get("items")).isEmpty();
    assertThat(none.get("next").asText())
        .isEqualTo("/v1/ledger?after=" + lastId() + "&pledge=unknown");
    given.addStatement(est, "wording: 'more'");
    assertThat(subjects("type=statement&pledge=" + est + "&after=" + lastId())).isEmpty();
  }

  @Test
  void aWaitPassesEventsThatAreNotAskedFor() throws InterruptedException {
    String land = land();
    String last = lastId();
    int taken = readerLimit.taken();
    CompletableFuture<Answer> waiting =
        CompletableFuture.supplyAsync(
            () -> ApiClient.secretariat().get("/v1/ledger?wait=60&type=pledge&after=" + last),
            task -> new Thread(task, "waiting reader").start());
    while (readerLimit.taken() == taken && !waiting.isDone()) {
      Thread.sleep(10);
    }
    given.condition("VOTE");
    given.condition("OTHER_VOTE");
    Thread.sleep(200);
    assertThat(waiting).isNotDone();
    String pledge = given.pledge("EST", land, "position: 'PLEDGED'");

    JsonNode items = waiting.join().json().get("items");
    assertThat(items.findValuesAsText("subject")).containsExactly("/v1/pledges/" + pledge);
  }
}
