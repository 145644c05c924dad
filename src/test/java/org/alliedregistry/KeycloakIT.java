package org.alliedregistry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.alliedregistry.support.Answers;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.Json;
import org.alliedregistry.support.Jwt;
import org.alliedregistry.support.Keycloak;
import org.alliedregistry.support.PackagedService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The service as it is shipped, with a real identity provider. One service was started before it,
 * finds its keys by itself and reads the roles in the claim {@code groups}; a strict one is told
 * where the keys are, reads the roles that Keycloak writes by itself and allows no difference of
 * clocks.
 */
@Tag("keycloak")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeycloakIT {

  @TempDir static Path dataDir = Path.of("");
  @TempDir static Path dataDirOfStrict = Path.of("");

  private static final String AUDIENCE = "allied-commitment-registry";
  private static final List<AutoCloseable> STARTED = new ArrayList<>();

  private static Keycloak keycloak;
  private static PackagedService service;
  private static PackagedService strict;
  private static HttpResponse<String> publicReadBefore;
  private static HttpResponse<String> tokenBefore;

  @BeforeAll
  static void start() throws Exception {
    keycloak = Keycloak.onFreePorts();
    String issuer = keycloak.issuer("alliance");
    service = PackagedService.start(dataDir, "REGISTRY_SECURITY_JWT_ISSUER", issuer);
    STARTED.add(service);
    publicReadBefore = service.get("/v1/coverage");
    tokenBefore = service.pledgeAs(Jwt.signedByNobody(issuer), "EST");
    STARTED.add(keycloak);
    keycloak.start();
    strict =
        PackagedService.start(
            dataDirOfStrict,
            "REGISTRY_SECURITY_JWT_ISSUER",
            issuer,
            "REGISTRY_SECURITY_JWT_JWKS",
            keycloak.keys("alliance"),
            "REGISTRY_SECURITY_JWT_ROLE_CLAIM",
            "realm_access/roles",
            "REGISTRY_SECURITY_JWT_CLOCK_SKEW",
            "PT0S");
    STARTED.add(strict);
  }

  @AfterAll
  static void stop() throws Exception {
    for (AutoCloseable each : STARTED) {
      each.close();
    }
  }

  @Test
  void theTokensOfTheRealmsSayWhatTheOtherTestsRelyOn() throws Exception {
    Jwt secretariat = Jwt.read(ofClient("secretariat"));
    secretariat.expect("/iss", keycloak.issuer("alliance")).expect("/groups", "secretariat");
    secretariat.expectAmong("/aud", AUDIENCE).expectAmong("/realm_access/roles", "secretariat");
    Jwt.read(ofClient("secretariat-without-groups"))
        .expect("/groups")
        .expectAmong("/realm_access/roles", "secretariat");
    Jwt.read(keycloak.tokenOfClient("elsewhere", "secretariat"))
        .expect("/iss", keycloak.issuer("elsewhere"))
        .expect("/groups", "secretariat")
        .expectAmong("/aud", AUDIENCE);
    Jwt other = Jwt.read(ofClient("another-service")).expect("/groups", "secretariat");
    assertThat(other.texts("/aud")).doesNotContain(AUDIENCE);
    Jwt hurried = Jwt.read(ofClient("secretariat-in-a-hurry")).expect("/groups", "secretariat");
    assertThat(hurried.expiresAt()).isEqualTo(hurried.issuedAt().plusSeconds(1));
    Jwt reader = Jwt.read(ofClient("reader")).expect("/groups", "reader");
    Jwt delegate = Jwt.read(ofPerson("delegate-of-estonia"));
    delegate.expect("/groups", "delegate").expect("/ally", "EST");
    Jwt.read(ofPerson("delegate-of-nobody")).expect("/groups", "delegate").expect("/ally");
    Jwt.read(ofPerson("visitor")).expect("/groups").expect("/ally");
    assertThat(List.of(secretariat.algorithm(), reader.algorithm(), delegate.algorithm()))
        .containsExactly("RS256", "ES256", "EdDSA");
    assertThat(reader.header().get("typ").asText()).isEqualTo("at+jwt");
  }

  @Test
  void aServiceStartsBeforeItsIdentityProviderAndAnswersThePublic() {
    assertThat(publicReadBefore.statusCode()).isEqualTo(200);
    Answers.expect(503, tokenBefore);
    Answers.expectProblem(tokenBefore);
    assertThat(tokenBefore.body()).contains("keys of the identity provider cannot be read");
  }

  @Test
  void theSecretariatWrites() throws Exception {
    Answers.expect(201, service.pledgeAs(ofClient("secretariat"), "EST"));
  }

  @Test
  void theRolesAreReadInTheClaimThatIsConfigured() throws Exception {
    String token = ofClient("secretariat-without-groups");

    Answers.expect(201, strict.pledgeAs(token, "EST"));
    Answers.expect(403, service.pledgeAs(token, "EST"));
  }

  @Test
  void aDelegateWritesForTheAllyOfItsTokenOnly() throws Exception {
    String token = ofPerson("delegate-of-estonia");

    for (PackagedService each : List.of(service, strict)) {
      Answers.expect(201, each.pledgeAs(token, "EST"));
      Answers.expect(201, each.pledgeAs(token, "EST,FIN"));
      Answers.expect(403, each.pledgeAs(token, "FIN"));
      Answers.expect(403, each.pledgeAs(token, "FIN,EST"));
    }
  }

  @Test
  void anOfficeIsRecordedAndNotThePersonThatKeycloakNames() throws Exception {
    String id = idOf(service.pledgeAs(ofPerson("delegate-of-estonia"), "EST"));

    String statements = service.get("/v1/pledges/" + id + "/statements").body();

    assertThat(Json.read(statements).at("/items/0/recordedBy").asText()).isEqualTo("delegate:EST");
    assertThat(statements).doesNotContain("delegate-of-estonia");
  }

  @Test
  void aReaderSeesWhatIsForTheCoalitionAndWritesNothing() throws Exception {
    String reader = ofClient("reader");
    String pledge = idOf(service.pledgeAs(ofClient("secretariat"), "EST"));
    String statements = "/v1/pledges/" + pledge + "/statements";
    JsonNode forCoalition =
        HttpFixtures.statementBody(
            "position: 'PLEDGED', note: 'in confidence', releasability: 'COALITION'");
    Answers.expect(201, service.postAs(ofClient("secretariat"), statements, forCoalition));

    assertThat(service.get(statements).body()).doesNotContain("in confidence");
    assertThat(service.getAs(reader, statements).body()).contains("in confidence");
    Answers.expect(403, service.postAs(reader, statements, forCoalition));
  }

  @Test
  void whoHasNoRoleOrIsADelegateOfNobodyWritesNothing() throws Exception {
    for (String person : List.of("visitor", "delegate-of-nobody")) {
      Answers.expect(403, service.pledgeAs(ofPerson(person), "EST"));
      Answers.expect(403, strict.pledgeAs(ofPerson(person), "EST"));
    }
  }

  @Test
  void tokensForAnotherAudienceOrOfAnotherRealmAreRefused() throws Exception {
    JsonNode person = keycloak.tokensOfPerson("delegate-of-estonia");
    String elsewhere = keycloak.tokenOfClient("elsewhere", "secretariat");

    for (PackagedService each : List.of(service, strict)) {
      Answers.expect(401, each.pledgeAs(ofClient("another-service"), "EST"));
      Answers.expect(401, each.pledgeAs(elsewhere, "EST"));
      Answers.expect(401, each.getAs(elsewhere, "/v1/coverage"));
      Answers.expect(401, each.pledgeAs(person.get("id_token").asText(), "EST"));
      Answers.expect(401, each.pledgeAs(person.get("refresh_token").asText(), "EST"));
    }
  }

  @Test
  void aTokenIsOverWhenItSaysExceptForTheDifferenceOfClocksThatIsAllowed() throws Exception {
    String token = ofClient("secretariat-in-a-hurry");
    Answers.expect(201, service.pledgeAs(token, "EST"));
    while (!Instant.now().isAfter(Jwt.read(token).expiresAt().plusSeconds(1))) {
      Thread.sleep(50);
    }

    Answers.expect(401, strict.pledgeAs(token, "EST"));
    Answers.expect(201, service.pledgeAs(token, "EST"));
  }

  /** A token that named an unknown key may have used up the look for this minute. */
  @Test
  void aNewKeyIsTakenWithoutARestartWithinAMinuteOrSoAndTheOldOneStillIs() throws Exception {
    String before = ofClient("secretariat");
    keycloak.rotateKeys();
    String after = ofClient("secretariat");
    assertThat(Jwt.read(after).header()).isNotEqualTo(Jwt.read(before).header());

    for (PackagedService each : List.of(service, strict)) {
      Instant deadline = Instant.now().plusSeconds(90);
      while (each.pledgeAs(after, "EST").statusCode() == 401 && Instant.now().isBefore(deadline)) {
        Thread.sleep(1000);
      }
      Answers.expect(201, each.pledgeAs(after, "EST"));
      Answers.expect(201, each.pledgeAs(before, "EST"));
    }
  }

  @Test
  void withAnIdentityProviderTheServiceIssuesNoTokens() throws Exception {
    String secretariat = ofClient("secretariat");

    Answers.expect(404, service.getAs(secretariat, "/v1/tokens"));
    Answers.expect(404, service.postAs(secretariat, "/v1/tokens", Json.object("role: 'reader'")));
    assertThat(Files.exists(dataDir.resolve("secretariat.token"))).isFalse();
    assertThat(Files.exists(dataDirOfStrict.resolve("secretariat.token"))).isFalse();
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void theTokensOfAnIdentityProviderThatIsGoneAreStillTaken() throws Exception {
    String neverShown = ofClient("secretariat");
    Answers.expect(201, service.pledgeAs(ofClient("secretariat"), "EST"));
    keycloak.close();

    Answers.expect(201, service.pledgeAs(neverShown, "EST"));
  }

  private static String ofClient(String client) throws Exception {
    return keycloak.tokenOfClient("alliance", client);
  }

  private static String ofPerson(String name) throws Exception {
    return keycloak.tokensOfPerson(name).get("access_token").asText();
  }

  private static String idOf(HttpResponse<String> written) {
    Answers.expect(201, written);
    return Json.read(written.body()).get("id").asText();
  }
}
