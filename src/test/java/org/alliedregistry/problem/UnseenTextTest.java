package org.alliedregistry.problem;

import static org.alliedregistry.support.ProblemAssert.assertParameterRefused;
import static org.alliedregistry.support.ProblemAssert.assertRefusedAt;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text is kept and compared in one form, and nothing hides in it. */
@QuarkusTest
class UnseenTextTest {

  private final ApiClient api = ApiClient.secretariat();
  private final HttpFixtures given = new HttpFixtures(api);
  private String land = "";

  @BeforeEach
  void landForces() {
    land = given.land();
  }

  private ObjectNode pledge(String field, String text) {
    return HttpFixtures.pledgeBody("EST", land, "position: 'PLEDGED'").put(field, text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u200b", "\u202e", "\ufeff", "\u00ad", "\u0007", "\u0085", "\u2028", "\u2029", "\u3164"
      })
  void whatNobodySeesIsRefusedWhereverItStands(String unseen) {
    String text = "ab" + unseen + "c";
    String point = String.format(Locale.ROOT, "U+%04X", (int) unseen.charAt(0));

    assertRefusedAt(api.send("POST", "/v1/pledges", pledge("title", text).toString()), "/title")
        .withDetail(point, "character 3");
    assertRefusedAt(
        api.send("POST", "/v1/pledges", pledge("reference", text).toString()), "/reference");
    ObjectNode body = pledge("title", "T");
    ((ObjectNode) body.get("statement"))
        .put("wording", text)
        .put("speaker", text)
        .put("note", text)
        .set("source", Json.object("").put("title", text).put("publisher", text));
    assertRefusedAt(
        api.send("POST", "/v1/pledges", body.toString()),
        "/statement/wording",
        "/statement/speaker",
        "/statement/note",
        "/statement/source/title",
        "/statement/source/publisher");
    assertRefusedAt(
        api.send(
            "PUT",
            "/v1/conditions/" + given.code("C"),
            Json.object("").put("description", text).toString()),
        "/description");
  }

  @Test
  void aQuestionHidesNothingEither() {
    assertParameterRefused(api.get("/v1/pledges?q=a%E2%80%8Bb"), "q").withDetail("U+200B");
    assertParameterRefused(api.get("/v1/pledges?reference=a%E2%80%AEb"), "reference")
        .withDetail("U+202E");
  }

  @Test
  void aReferenceIsTheSameHoweverItIsComposed() {
    String reference = given.name("caf\u00e9");
    String apart = reference.replace("\u00e9", "e\u0301");
    api.post("/v1/pledges", pledge("reference", apart)).expecting(201);

    assertThat(api.post("/v1/pledges", pledge("reference", reference)).status()).isEqualTo(409);
    for (String written : new String[] {"caf%C3%A9", "cafe%CC%81"}) {
      String asked = reference.replace("caf\u00e9", written);
      var items = api.get("/v1/pledges?reference=" + asked).expecting(200).json().get("items");
      assertThat(Json.texts(items, "reference")).containsExactly(reference);
    }
  }

  @Test
  void aTextIsFoundHoweverItIsComposed() {
    String title = given.name("na\u00efve");
    api.post("/v1/pledges", pledge("title", title.replace("\u00ef", "i\u0308"))).expecting(201);

    for (String written : new String[] {"na%C3%AFve", "nai%CC%88ve"}) {
      String asked = title.replace("na\u00efve", written);
      var items = api.get("/v1/pledges?q=" + asked).expecting(200).json().get("items");
      assertThat(Json.texts(items, "title")).containsExactly(title);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a\u00a0b", "a\u2003b", "a\u2028b", "a,b"})
  void aReferenceHasNoSpaceOfAnyKind(String reference) {
    assertRefusedAt(api.post("/v1/pledges", pledge("reference", reference)), "/reference");
  }
}
