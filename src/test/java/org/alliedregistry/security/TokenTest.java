package org.alliedregistry.security;

import static org.alliedregistry.support.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.Json;
import org.alliedregistry.support.RawConnection;
import org.alliedregistry.support.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TokenTest {

  private final ApiClient api = ApiClient.secretariat();
  private final HttpFixtures given = new HttpFixtures(api);
  private final String path = "/v1/conditions/" + given.code("TOKEN");
  private final JsonNode body = Json.object("description: 'Of a test'");

  @Test
  void theFirstTokenIsForItsOwnerOnly() throws IOException {
    for (String secret : new String[] {"secretariat.token", "signing.key"}) {
      assertThat(Files.getPosixFilePermissions(ApiClient.DATA_DIR.resolve(secret)))
          .as(secret)
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
  }

  @Test
  void writesWithATokenOfTheRegistrysOwn() {
    assertThat(api.withToken(Tokens.signed(Tokens.claims())).put(path, body).status())
        .isEqualTo(201);
  }

  @Test
  void refusesToWriteWithoutAToken() {
    assertUnauthenticated(api.withoutToken().put(path, body));
  }

  @Test
  void asksForATokenBeforeItReadsTheBody() {
    assertUnauthenticated(api.withoutToken().send("POST", "/v1/pledges", "{bad"));
  }

  @Test
  void refusesWhatIsNoToken() {
    assertUnauthenticated(api.withToken("garbage").put(path, body));
    assertUnauthenticated(api.withToken("a.b.c").put(path, body));
  }

  @Test
  void refusesAnotherScheme() {
    Map<String, String> basic =
        Map.of("Content-Type", "application/json", "Authorization", "Basic c2VjcmV0YXJpYXQ6eA==");
    assertUnauthenticated(api.withoutToken().send("PUT", path, basic, body.toString()));
  }

  @Test
  void refusesAnExpiredToken() {
    assertUnauthenticated(writing(Tokens.signed(claiming("exp", -3600))));
  }

  @Test
  void refusesATokenThatIsNotYetValid() {
    assertUnauthenticated(writing(Tokens.signed(claiming("nbf", 3600))));
  }

  @Test
  void refusesATokenThatNeverExpires() {
    assertUnauthenticated(writing(Tokens.signed(Json.without(Tokens.claims(), "exp"))));
  }

  @Test
  void refusesATokenOfAnotherIssuer() {
    assertUnauthenticated(
        writing(Tokens.signed(Json.with(Tokens.claims(), "iss: 'https://example.org'"))));
  }

  @Test
  void refusesATokenForAnotherAudience() {
    assertUnauthenticated(writing(Tokens.signed(Json.with(Tokens.claims(), "aud: 'another'"))));
    assertUnauthenticated(writing(Tokens.signed(Json.without(Tokens.claims(), "aud"))));
  }

  @Test
  void refusesATokenSignedByAnother() {
    assertUnauthenticated(writing(Tokens.signedByAnother(Tokens.claims())));
  }

  @Test
  void refusesATokenThatIsNotSigned() {
    assertUnauthenticated(writing(Tokens.unsigned(Tokens.claims())));
  }

  @Test
  void refusesATokenSignedWithThePublicKeyAsIfItWereASecret() {
    assertUnauthenticated(writing(Tokens.signedWithThePublicKeyAsSecret(Tokens.claims())));
  }

  @Test
  void refusesATokenThatNamesAnotherKeyOrNone() {
    assertUnauthenticated(writing(Tokens.naming(",\"kid\":\"another\"", Tokens.claims())));
    assertUnauthenticated(writing(Tokens.naming("", Tokens.claims())));
  }

  @Test
  void refusesATokenFromTheFuture() {
    assertUnauthenticated(writing(Tokens.signed(claiming("iat", 3600))));
  }

  @Test
  void saysWhyATokenIsRefusedAndThatNoneWasSent() {
    assertThat(writing(Tokens.signed(claiming("exp", -3600))).header("WWW-Authenticate"))
        .contains("error=\"invalid_token\"", "expired");
    assertThat(api.withoutToken().put(path, body).header("WWW-Authenticate"))
        .doesNotContain("error");
  }

  @Test
  void refusesTwoAuthorizations() throws Exception {
    String good = "Authorization: Bearer " + Tokens.signed(Tokens.claims());
    try (RawConnection wire = RawConnection.open()) {
      assertThat(wire.ask("GET /v1/allies/EST", good).answer().status()).isEqualTo(200);
      assertUnauthenticated(wire.ask("GET /v1/allies/EST", good, good).answer());
    }
  }

  @Test
  void refusesAnotherSchemeAlsoWhereNoTokenIsNeeded() {
    Map<String, String> basic = Map.of("Authorization", "Basic c2VjcmV0YXJpYXQ6eA==");

    assertUnauthenticated(api.withoutToken().send("GET", "/v1/coverage", basic, null));
  }

  @Test
  void refusesToAnswerATokenWithoutARoleOfTheRegistry() {
    for (String roles : new String[] {"[]", "['admin']", "['delegate']"}) {
      String token = Tokens.signed(Json.with(Tokens.claims(), "groups: " + roles));

      assertProblem(api.withToken(token).get("/v1/coverage"), 403, "forbidden");
      assertProblem(writing(token), 403, "forbidden");
    }
  }

  @Test
  void takesTheRoleThatIsLeftWhereADelegateNamesNoAlly() {
    String token = Tokens.signed(Json.with(Tokens.claims(), "groups: ['delegate', 'reader']"));

    assertThat(api.withToken(token).get("/v1/coverage").json().get("audience").asText())
        .isEqualTo("COALITION");
  }

  @Test
  void refusesRolesOfAnotherShape() {
    for (String roles : new String[] {"{}", "{secretariat: true}", "7", "null"}) {
      String token = Tokens.signed(Json.with(Tokens.claims(), "groups: " + roles));

      assertThat(api.withToken(token).get("/v1/coverage").status()).as(roles).isIn(401, 403);
    }
  }

  @Test
  void refusesToWriteForAnotherRole() {
    String token = Tokens.signed(Json.with(Tokens.claims(), "groups: ['reader']"));

    assertProblem(writing(token), 403, "forbidden");
    assertProblem(api.get(path), 404, "not-found");
  }

  @Test
  void readsWithoutAToken() {
    assertThat(api.withoutToken().get("/v1/coverage").status()).isEqualTo(200);
  }

  @Test
  void refusesToReadWithAWrongTokenRatherThanTakeItsBearerForThePublic() {
    assertUnauthenticated(api.withToken("garbage").get("/v1/allies/EST"));
    assertUnauthenticated(api.withToken(Tokens.signed(claiming("exp", -3600))).get("/v1/coverage"));
  }

  private Answer writing(String token) {
    return api.withToken(token).put(path, body);
  }

  private static ObjectNode claiming(String claim, long seconds) {
    return Json.with(Tokens.claims(), claim + ": " + (Instant.now().getEpochSecond() + seconds));
  }

  private static void assertUnauthenticated(Answer answer) {
    assertProblem(answer, 401, "unauthenticated");
    assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
  }
}
