package org.alliedregistry.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.Callers;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.Json;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the log says of writes, and what it never says. */
@QuarkusTest
class RejectedWriteAuditTest {

  private final ApiClient secretariat = ApiClient.secretariat();
  private final HttpFixtures given = new HttpFixtures(secretariat);
  private final Callers callers = new Callers(secretariat);
  private final List<String> log = Collections.synchronizedList(new ArrayList<>());
  private final Handler listener =
      new Handler() {
        private final PatternFormatter formatter = new PatternFormatter("%c %s%e");

        @Override
        public void publish(LogRecord line) {
          log.add(formatter.format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    Logger.getLogger("").addHandler(listener);
  }

  @AfterEach
  void stopListening() {
    Logger.getLogger("").removeHandler(listener);
  }

  private List<String> refused() {
    return log.stream().filter(line -> line.contains("refused: ")).toList();
  }

  @Test
  void everyRefusedWriteIsNotedWithWhoAndWhy() {
    String pledge = given.pledge("FIN", given.land(), "position: 'PLEDGED'");
    String path = "/v1/pledges/" + pledge + "/statements";
    log.clear();

    callers.everybody().post(path, HttpFixtures.statementBody("position: 'PLEDGED'"));
    callers.reader().post(path, HttpFixtures.statementBody("position: 'PLEDGED'"));
    callers.delegate("EST").post(path, HttpFixtures.statementBody("position: 'PLEDGED'"));
    secretariat.post(path, Json.object("zzz: 1"));

    String line = "org.alliedregistry.security.RejectedWriteAudit refused: POST " + path + " by ";
    List<String> refused = refused();
    assertThat(refused).hasSize(4).allMatch(noted -> noted.startsWith(line));
    assertThat(refused.get(0)).contains("by public: ", "/problems/unauthenticated");
    assertThat(refused.get(1)).contains("by reader/", "/problems/forbidden");
    assertThat(refused.get(2)).contains("by delegate:EST/", "/problems/forbidden");
    assertThat(refused.get(3)).contains("by secretariat/", "/problems/invalid-body");
  }

  @Test
  void readsAndQuestionsAreNotNoted() {
    callers.everybody().get("/v1/pledges/none");
    callers.everybody().post("/v1/coverage/what-if", Json.object("zzz: 1"));

    assertThat(refused()).isEmpty();
  }

  @Test
  void noLineShowsATokenOrWhatIsHidden() throws Exception {
    String token = Files.readString(ApiClient.DATA_DIR.resolve("secretariat.token")).strip();
    String land = given.land();
    String secret = "Fjell-" + given.name("hemmelig");
    String says = "position: 'PLEDGED', note: '" + secret + "', releasability: 'ALLIES_ONLY'";
    String pledge = given.pledge("NOR", land, says);
    given.addStatement(pledge, "wording: '" + secret + "', releasability: 'ALLIES_ONLY'");

    secretariat.post("/v1/pledges", HttpFixtures.pledgeBody("NOR", land, says + ", place: 'MOON'"));
    secretariat.get("/v1/pledges?q=" + secret);
    secretariat.withToken(token + "x").get("/v1/coverage");
    secretariat.withToken(token + "x").post("/v1/pledges", Json.object(""));
    secretariat.get("/v1/pledges/" + secret);
    secretariat.post(
        "/v1/pledges/" + pledge + "/statements", Json.object("note: '" + secret + "'"));

    assertThat(refused()).isNotEmpty();
    assertThat(String.join("\n", log)).doesNotContain(secret, token.substring(0, 60));
  }

  @Test
  void aPathCannotForgeALine() {
    secretariat.send("PUT", "/v1/allies/X%0A%0DINFO%20forged", "{}");

    assertThat(refused()).hasSize(1).allMatch(line -> !line.contains("\nINFO"));
  }
}
