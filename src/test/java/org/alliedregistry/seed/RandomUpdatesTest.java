package org.alliedregistry.seed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.alliedregistry.domain.pledge.statement.Statement;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.record.PledgeRecord;
import org.alliedregistry.domain.record.Recorded;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.json.StrictJson;
import org.alliedregistry.recording.NewStatement;
import org.alliedregistry.recording.PledgeUpdate;
import org.alliedregistry.recording.PledgeValidator;
import org.alliedregistry.recording.StatementRecorder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Updates of stores with random older records, to which others wrote at random. */
class RandomUpdatesTest {

  private static final StrictJson JSON = new StrictJson(SeedFiles.AS_OF);
  private static final int ROUNDS = 60;

  static IntStream rounds() {
    return IntStream.range(0, ROUNDS);
  }

  @ParameterizedTest
  @MethodSource("rounds")
  void whatOthersDidNotTouchIsAsInANewStoreAndTheRestIsAsTheyLeftIt(int round) {
    Random random = new Random(round);
    RecordFiles older = RecordFiles.EARLIER.with("public-record", r -> makeOlder(r, random));
    RecordFiles newer = RecordFiles.EARLIER.with("public-record", r -> makeNewer(r, random));
    UpdatedRegistry store = UpdatedRegistry.filled(older);
    Set<String> touched = touch(store, random);
    RegistrySnapshot before = store.registry();
    UpdatePlan plan = store.update(newer);

    assertThat(plan.refused()).isEmpty();
    assertThat(store.registry().asOf(before.log().size())).isEqualTo(before);
    assertThat(newer.planFor(store.registry()).isEmpty()).isTrue();
    Map<String, List<Object>> updated = store.pledges();
    Map<String, List<Object>> anew = UpdatedRegistry.filled(newer).pledges();
    updated.keySet().removeAll(touched);
    anew.keySet().removeAll(touched);
    assertThat(updated).isEqualTo(anew);
    assertThatOthersHaveTheLastWord(store.registry());
  }

  /** No statement and no version of the public record follows one of others. */
  private static void assertThatOthersHaveTheLastWord(RegistrySnapshot registry) {
    for (PledgeRecord record : registry.pledges().values()) {
      Set<String> ofOthers = new HashSet<>();
      for (Recorded<Statement> statement : record.statements()) {
        if (!PublicRecord.isOwn(statement)) {
          ofOthers.add(statement.value().id());
        } else {
          assertThat(ofOthers).doesNotContain("" + statement.value().attribution().corrects());
        }
      }
      assertThat(
              record.versions().versions().stream()
                  .dropWhile(PublicRecord::isOwn)
                  .anyMatch(PublicRecord::isOwn))
          .isFalse();
    }
  }

  /** Leaves out pledges and the last statements of others, and changes some. */
  private static void makeOlder(JsonNode record, Random random) {
    leaveOutPledges(record, random);
    for (JsonNode pledge : record.path("pledges")) {
      ArrayNode statements = (ArrayNode) pledge.path("statements");
      while (statements.size() > 1 && random.nextInt(4) == 0) {
        statements.remove(statements.size() - 1);
      }
      change(pledge, random);
    }
  }

  /** Leaves out pledges and any statements but the first, changes some, and adds some. */
  private static void makeNewer(JsonNode record, Random random) {
    leaveOutPledges(record, random);
    for (JsonNode pledge : record.path("pledges")) {
      ArrayNode statements = (ArrayNode) pledge.path("statements");
      for (int i = statements.size() - 1; i > 0; i--) {
        if (random.nextInt(4) == 0 && !statements.get(i).has("caveats")) {
          statements.remove(i);
        }
      }
      if (random.nextInt(3) == 0) {
        JsonNode said = statements.get(random.nextInt(statements.size()));
        statements.add(((ObjectNode) said.deepCopy()).put("number", 50).put("note", "new"));
      }
      change(pledge, random);
    }
  }

  private static void leaveOutPledges(JsonNode record, Random random) {
    ArrayNode pledges = (ArrayNode) record.path("pledges");
    Set<String> out = new HashSet<>();
    for (int i = pledges.size() - 1; i >= 0; i--) {
      if (random.nextInt(6) == 0) {
        out.add(BundledPledge.reference(pledges.get(i)));
        pledges.remove(i);
      }
    }
    for (JsonNode pledge : pledges) {
      if (out.contains(pledge.path("partOf").asText())) {
        ((ObjectNode) pledge).remove("partOf");
      }
    }
  }

  private static void change(JsonNode pledge, Random random) {
    if (random.nextInt(5) == 0) {
      ((ObjectNode) pledge).put("title", "Title " + random.nextInt());
    }
    for (JsonNode each : pledge.path("statements")) {
      ObjectNode statement = (ObjectNode) each;
      switch (random.nextInt(8)) {
        case 0 -> statement.put("note", "Note " + random.nextInt());
        case 1 -> {
          LocalDate day = LocalDate.parse(statement.path("saidOn").textValue());
          statement.put("saidOn", day.minusDays(random.nextInt(3)).toString());
        }
        case 2 -> statement.put("evidence", random.nextBoolean() ? "OFFICIAL" : "REPORTED");
        case 3 -> statement.remove("speaker");
        default -> {}
      }
    }
  }

  /**
   * Lets others correct, void and add statements, and rename pledges.
   *
   * @return the references of the pledges that they wrote to
   */
  private static Set<String> touch(UpdatedRegistry store, Random random) {
    Set<String> touched = new HashSet<>();
    for (PledgeRecord record : new ArrayList<>(store.registry().pledges().values())) {
      if (random.nextInt(3) == 0) {
        String id = record.pledge().id();
        touched.add(String.valueOf(record.pledge().reference()));
        if (random.nextInt(4) == 0) {
          rename(store, id);
        } else {
          say(store, id, random);
        }
      }
    }
    return touched;
  }

  private static void rename(UpdatedRegistry store, String id) {
    store.record(
        "secretariat",
        List.of(
            registry -> {
              var before = registry.pledge(id).orElseThrow().pledge();
              PledgeUpdate renamed =
                  new PledgeUpdate(
                      before.reference(), null, null, "Ours", before.partOf(), null, null);
              return List.of(
                  new EntryContent.PledgeVersionRecorded(PledgeValidator.version(before, renamed)));
            }));
  }

  private static void say(UpdatedRegistry store, String pledge, Random random) {
    List<Statement> said =
        store.registry().pledge(pledge).orElseThrow().pledgeStatements().recorded();
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("note", "ours");
    int kind = random.nextInt(3);
    if (kind == 0) {
      body.put("position", "CONSIDERING").put("saidOn", "2026-07-01").put("evidence", "OFFICIAL");
      body.putObject("source").put("title", "Ours");
    } else {
      body.put("corrects", said.get(random.nextInt(said.size())).id());
      if (kind == 1) {
        body.put("void", true);
      } else {
        body.put("position", "CONSIDERING");
      }
    }
    String id = "00000000-0000-4000-8000-" + String.format("%012d", store.registry().log().size());
    store.record(
        "secretariat",
        List.of(
            registry ->
                StatementRecorder.append(
                    registry,
                    registry.pledge(pledge).orElseThrow(),
                    JSON.read(body, NewStatement.class),
                    id)));
  }
}
