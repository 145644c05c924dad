package org.alliedregistry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.alliedregistry.support.Answers;
import org.alliedregistry.support.Json;
import org.alliedregistry.support.PackagedService;
import org.alliedregistry.support.SilentServer;
import org.alliedregistry.support.TestIdentityProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service as it is shipped, with an identity provider of the test's own. */
@Tag("thorough")
class IdentityProviderIT {

  @TempDir static Path dataDir = Path.of("");

  private static TestIdentityProvider provider;
  private static PackagedService service;

  @BeforeAll
  static void start() throws Exception {
    provider = TestIdentityProvider.start();
    service =
        PackagedService.start(
            dataDir,
            "REGISTRY_SECURITY_JWT_ISSUER",
            provider.issuer(),
            "REGISTRY_SECURITY_JWT_ROLE_CLAIM",
            "access/roles",
            "REGISTRY_SECURITY_JWT_ALLY_CLAIM",
            "country");
  }

  @AfterAll
  static void stop() {
    service.close();
    provider.close();
  }

  private static ObjectNode secretariat() {
    return provider.claims("access: {roles: ['other', 'secretariat']}");
  }

  private static ObjectNode lasting(long from, long to) {
    return Json.with(secretariat(), "iat: " + from + ", exp: " + to);
  }

  private static int reading(String token) throws Exception {
    HttpResponse<String> answer = service.getAs(token, "/v1/allies/EST");
    if (answer.statusCode() >= 400) {
      Answers.expectProblem(answer);
    }
    return answer.statusCode();
  }

  @Test
  void rolesAndTheAllyAreReadWhereTheProviderWritesThem() throws Exception {
    String delegate =
        provider.signed(provider.claims("access: {roles: 'delegate'}, country: 'EST'"));

    Answers.expect(201, service.pledgeAs(provider.signed(secretariat()), "FIN"));
    HttpResponse<String> own = service.pledgeAs(delegate, "EST");
    Answers.expect(201, own);
    Answers.expect(403, service.pledgeAs(delegate, "FIN"));
    String history = "/v1/pledges/" + Json.read(own.body()).get("id").asText() + "/statements";
    assertThat(service.get(history).body()).contains("delegate:EST").doesNotContain("f81d4fae");
  }

  @Test
  void aTokenWithoutARoleOfTheRegistryIsForbidden() throws Exception {
    for (String roles :
        List.of("access: {roles: []}", "groups: ['reader']", "access: {roles: ['delegate']}")) {
      assertThat(reading(provider.signed(provider.claims(roles)))).as(roles).isEqualTo(403);
    }
  }

  @Test
  void onlyWhatTheProviderSignedForThisRegistryIsTaken() throws Exception {
    ObjectNode good = secretariat();
    long now = Instant.now().getEpochSecond();

    assertThat(reading(provider.signed(good))).isEqualTo(200);
    for (String wrong :
        List.of(
            provider.signed(Json.with(secretariat(), "iss: 'http://localhost'")),
            provider.signed(Json.with(secretariat(), "aud: 'another'")),
            provider.signed(Json.without(secretariat(), "aud")),
            provider.signed(lasting(now - 300, now - 120)),
            provider.signed(Json.with(secretariat(), "nbf: " + (now + 120))),
            provider.signed(Json.with(secretariat(), "iat: " + (now + 120))),
            provider.signed(Json.without(secretariat(), "exp")),
            provider.signed(Json.without(secretariat(), "sub")),
            provider.signed("alg: 'RS256'", secretariat()),
            provider.signed("alg: 'RS256', kid: 'two'", secretariat()),
            provider.signed("alg: 'none', kid: 'one'", secretariat()),
            provider.signedWithThePublicKeyAsSecret(secretariat()),
            provider.signed(good).replaceFirst("\\.[^.]*$", "."),
            "a.b.c")) {
      assertThat(reading(wrong)).as(wrong).isEqualTo(401);
    }
  }

  @Test
  void theClocksMayDifferByAMinute() throws Exception {
    long now = Instant.now().getEpochSecond();

    assertThat(reading(provider.signed(lasting(now - 300, now - 30)))).isEqualTo(200);
    assertThat(reading(provider.signed(Json.with(secretariat(), "nbf: " + (now + 30)))))
        .isEqualTo(200);
  }

  @Test
  void nothingIsIssuedHere() throws Exception {
    String token = provider.signed(secretariat());

    Answers.expect(404, service.get("/v1/tokens"));
    Answers.expect(404, service.getAs(token, "/v1/tokens"));
    Answers.expect(404, service.postAs(token, "/v1/tokens", Json.object("role: 'reader'")));
    assertThat(dataDir.resolve("secretariat.token")).doesNotExist();
    assertThat(dataDir.resolve("signing.key")).doesNotExist();
  }

  @Test
  void theProviderIsNotAskedAgainForEachToken() throws Exception {
    assertThat(reading(provider.signed(secretariat()))).isEqualTo(200);
    int before = provider.asked();
    for (int i = 0; i < 20; i++) {
      assertThat(reading(provider.signed(Json.with(secretariat(), "jti: '" + i + "'"))))
          .isEqualTo(200);
    }
    assertThat(provider.asked()).isEqualTo(before);
  }

  @Test
  void whileTheProviderIsAwayWhatIsPublicIsReadAndATokenIsToWait(@TempDir Path another)
      throws Exception {
    String issuer;
    String token;
    try (TestIdentityProvider away = TestIdentityProvider.start()) {
      issuer = away.issuer();
      token = away.signed(away.claims("groups: ['secretariat']"));
    }
    try (PackagedService alone =
        PackagedService.start(another, "REGISTRY_SECURITY_JWT_ISSUER", issuer)) {
      HttpResponse<String> answer = alone.getAs(token, "/v1/allies/EST");
      Answers.expect(503, answer);
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      assertThat(alone.get("/v1/coverage").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aProviderThatDoesNotAnswerKeepsNobodyElseWaiting(@TempDir Path another) throws Exception {
    try (SilentServer silent = new SilentServer();
        PackagedService patient =
            PackagedService.start(another, "REGISTRY_SECURITY_JWT_ISSUER", silent.address())) {
      String token = provider.signed(secretariat());
      List<Thread> asking = new ArrayList<>();
      for (int i = 0; i < 250; i++) {
        asking.add(new Thread(() -> ask(patient, token)));
      }
      asking.forEach(Thread::start);
      silent.awaitConnection();

      assertThat(ask(patient, null)).isEqualTo(200);
      for (Thread each : asking) {
        each.join();
      }
      assertThat(silent.mostAtOnce()).as("threads that wait for the provider").isBetween(1, 16);
    }
  }

  private static int ask(PackagedService service, @Nullable String token) {
    try {
      HttpResponse<String> answer =
          token == null ? service.get("/v1/allies/EST") : service.getAs(token, "/v1/allies/EST");
      return answer.statusCode();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
