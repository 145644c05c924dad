package org.alliedregistry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.alliedregistry.support.Answers;
import org.alliedregistry.support.Json;
import org.alliedregistry.support.Jwt;
import org.alliedregistry.support.Keycloak;
import org.alliedregistry.support.OverHttp;
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
    service = PackagedService.start(dataDir, "REGISTRY_ACCESS_ISSUER", issuer);
    STARTED.add(service);
    publicReadBefore = service.get("/v1/coverage");
    tokenBefore = write(service, signedByNobody(issuer));
    STARTED.add(keycloak);
    keycloak.start();
    strict =
        PackagedService.start(
            dataDirOfStrict,
            "REGISTRY_ACCESS_ISSUER",
            issuer,
            "REGISTRY_ACCESS_JWKS",
            keycloak.keys("alliance"),
            "REGISTRY_ACCESS_ROLE_CLAIM",
            "realm_access/roles",
            "REGISTRY_ACCESS_CLOCK_SKEW",
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
    assertThat(secretariat.texts("/iss")).containsExactly(keycloak.issuer("alliance"));
    assertThat(secretariat.texts("/aud")).contains("allied-commitment-registry");
    assertThat(secretariat.texts("/groups")).containsExactly("secretariat");
    Jwt withoutGroups = Jwt.read(ofClient("secretariat-without-groups"));
    assertThat(withoutGroups.claims().has("groups")).isFalse();
    assertThat(withoutGroups.texts("/realm_access/roles")).contains("secretariat");
    Jwt elsewhere = Jwt.read(keycloak.tokenOfClient("elsewhere", "secretariat"));
    assertThat(elsewhere.texts("/iss")).containsExactly(keycloak.issuer("elsewhere"));
    assertThat(elsewhere.texts("/aud")).contains("allied-commitment-registry");
    assertThat(elsewhere.texts("/groups")).containsExactly("secretariat");
    Jwt other = Jwt.read(ofClient("another-service"));
    assertThat(other.texts("/aud")).doesNotContain("allied-commitment-registry");
    assertThat(other.texts("/groups")).containsExactly("secretariat");
    Jwt hurried = Jwt.read(ofClient("secretariat-in-a-hurry"));
    assertThat(hurried.expiresAt()).isEqualTo(hurried.issuedAt().plusSeconds(1));
    assertThat(Jwt.read(ofClient("reader")).texts("/groups")).containsExactly("reader");
    Jwt delegate = Jwt.read(ofPerson("delegate-of-estonia"));
    assertThat(delegate.texts("/groups")).containsExactly("delegate");
    assertThat(delegate.texts("/ally")).containsExactly("EST");
    Jwt ofNobody = Jwt.read(ofPerson("delegate-of-nobody"));
    assertThat(ofNobody.texts("/groups")).containsExactly("delegate");
    assertThat(ofNobody.claims().has("ally")).isFalse();
    assertThat(Jwt.read(ofPerson("visitor")).texts("/groups")).isEmpty();
  }

  @Test
  void aServiceStartsBeforeItsIdentityProviderAndAnswersThePublic() {
    assertThat(publicReadBefore.statusCode()).isEqualTo(200);
    assertThat(tokenBefore.statusCode()).as(tokenBefore.body()).isIn(401, 503);
    Answers.expectProblem(tokenBefore);
  }

  @Test
  void theSecretariatWrites() throws Exception {
    Answers.expect(201, write(service, ofClient("secretariat")));
  }

  @Test
  void theRolesAreReadInTheClaimThatIsConfigured() throws Exception {
    String token = ofClient("secretariat-without-groups");

    Answers.expect(201, write(strict, token));
    Answers.expect(403, write(service, token));
  }

  @Test
  void aDelegateWritesForTheAllyOfItsTokenOnly() throws Exception {
    String token = ofPerson("delegate-of-estonia");

    for (PackagedService each : new PackagedService[] {service, strict}) {
      Answers.expect(201, write(each, token, "EST"));
      Answers.expect(201, write(each, token, "EST,FIN"));
      Answers.expect(403, write(each, token, "FIN"));
      Answers.expect(403, write(each, token, "FIN,EST"));
    }
  }

  @Test
  void anOfficeIsRecordedAndNotThePersonThatKeycloakNames() throws Exception {
    String id = idOf(write(service, ofPerson("delegate-of-estonia"), "EST"));

    String statements = service.get("/v1/pledges/" + id + "/statements").body();

    assertThat(Json.read(statements).at("/items/0/recordedBy").asText()).isEqualTo("delegate:EST");
    assertThat(statements).doesNotContain("delegate-of-estonia");
  }

  @Test
  void aReaderSeesWhatIsForTheCoalitionAndWritesNothing() throws Exception {
    String reader = ofClient("reader");
    String pledge = idOf(write(service, ofClient("secretariat")));
    String statements = "/v1/pledges/" + pledge + "/statements";
    JsonNode forCoalition =
        OverHttp.saying("position: 'PLEDGED', note: 'in confidence', releasability: 'COALITION'");
    Answers.expect(201, service.postAs(ofClient("secretariat"), statements, forCoalition));

    assertThat(service.get(statements).body()).doesNotContain("in confidence");
    assertThat(service.getAs(reader, statements).body()).contains("in confidence");
    Answers.expect(403, service.postAs(reader, statements, forCoalition));
  }

  @Test
  void whoHasNoRoleOrIsADelegateOfNobodyWritesNothing() throws Exception {
    for (String person : new String[] {"visitor", "delegate-of-nobody"}) {
      Answers.expect(403, write(service, ofPerson(person)));
      Answers.expect(403, write(strict, ofPerson(person)));
    }
  }

  @Test
  void tokensForAnotherAudienceOrOfAnotherRealmAreRefused() throws Exception {
    JsonNode person = keycloak.tokensOfPerson("delegate-of-estonia");
    String elsewhere = keycloak.tokenOfClient("elsewhere", "secretariat");

    for (PackagedService each : new PackagedService[] {service, strict}) {
      Answers.expect(401, write(each, ofClient("another-service")));
      Answers.expect(401, write(each, elsewhere));
      Answers.expect(401, each.getAs(elsewhere, "/v1/coverage"));
      Answers.expect(401, write(each, person.get("id_token").asText(), "EST"));
      Answers.expect(401, write(each, person.get("refresh_token").asText(), "EST"));
    }
  }

  @Test
  void aTokenIsOverWhenItSaysExceptForTheDifferenceOfClocksThatIsAllowed() throws Exception {
    String token = ofClient("secretariat-in-a-hurry");
    Answers.expect(201, write(service, token));
    while (!Instant.now().isAfter(Jwt.read(token).expiresAt().plusSeconds(1))) {
      Thread.sleep(50);
    }

    Answers.expect(401, write(strict, token));
    Answers.expect(201, write(service, token));
  }

  @Test
  void aNewKeyIsTakenWithoutARestartAndTheOldOneStillIs() throws Exception {
    String before = ofClient("secretariat");
    keycloak.rotateKeys();
    String after = ofClient("secretariat");
    assertThat(Jwt.read(after).header().get("kid"))
        .isNotEqualTo(Jwt.read(before).header().get("kid"));

    for (PackagedService each : new PackagedService[] {service, strict}) {
      Answers.expect(201, write(each, after));
      Answers.expect(201, write(each, before));
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
    Answers.expect(201, write(service, ofClient("secretariat")));
    keycloak.close();

    Answers.expect(201, write(service, neverShown));
  }

  private static String ofClient(String client) throws Exception {
    return keycloak.tokenOfClient("alliance", client);
  }

  private static String ofPerson(String name) throws Exception {
    return keycloak.tokensOfPerson(name).get("access_token").asText();
  }

  private static HttpResponse<String> write(PackagedService service, String token)
      throws Exception {
    return write(service, token, "EST");
  }

  private static HttpResponse<String> write(PackagedService service, String token, String allies)
      throws Exception {
    return service.postAs(
        token, "/v1/pledges", OverHttp.pledgeBody(allies, "LAND_FORCES", "position: 'PLEDGED'"));
  }

  private static String idOf(HttpResponse<String> written) {
    Answers.expect(201, written);
    return Json.read(written.body()).get("id").asText();
  }

  private static String signedByNobody(String issuer) {
    return encoded("alg: 'RS256', kid: 'of-nobody'")
        + "."
        + encoded("iss: '" + issuer + "', exp: 4000000000, groups: ['secretariat']")
        + ".c2lnbmVk";
  }

  private static String encoded(String fields) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Json.object(fields).toString().getBytes(StandardCharsets.UTF_8));
  }
}
