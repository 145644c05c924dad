package org.alliedregistry;

import static org.assertj.core.api.Assertions.assertThat;

import org.alliedregistry.support.Jwt;
import org.alliedregistry.support.Keycloak;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The service as it is shipped, with the identity provider most of its callers have. */
@Tag("keycloak")
class KeycloakIT {

  private static Keycloak keycloak;

  @BeforeAll
  static void start() throws Exception {
    keycloak = Keycloak.onFreePorts();
    keycloak.start();
  }

  @AfterAll
  static void stop() {
    keycloak.close();
  }

  @Test
  void theTokensOfTheRealmSayWhatTheOtherTestsRelyOn() throws Exception {
    Jwt secretariat = Jwt.read(keycloak.tokenOfClient("alliance", "secretariat"));
    assertThat(secretariat.claims().get("iss").asText()).isEqualTo(keycloak.issuer("alliance"));
    assertThat(secretariat.texts("/aud")).contains("allied-commitment-registry");
    assertThat(secretariat.texts("/groups")).contains("secretariat");
    assertThat(secretariat.texts("/realm_access/roles")).contains("secretariat");

    Jwt elsewhere = Jwt.read(keycloak.tokenOfClient("elsewhere", "secretariat"));
    assertThat(elsewhere.claims().get("iss").asText()).isEqualTo(keycloak.issuer("elsewhere"));
    assertThat(elsewhere.texts("/aud")).contains("allied-commitment-registry");
    assertThat(elsewhere.texts("/groups")).contains("secretariat");

    Jwt other = Jwt.read(keycloak.tokenOfClient("alliance", "another-service"));
    assertThat(other.texts("/aud")).doesNotContain("allied-commitment-registry");
    assertThat(other.texts("/groups")).contains("secretariat");

    Jwt hurried = Jwt.read(keycloak.tokenOfClient("alliance", "secretariat-in-a-hurry"));
    assertThat(hurried.claims().get("exp").asLong() - hurried.claims().get("iat").asLong())
        .isEqualTo(1);

    Jwt reader = Jwt.read(keycloak.tokenOfClient("alliance", "reader"));
    assertThat(reader.texts("/groups")).contains("reader").doesNotContain("secretariat");

    Jwt delegate = Jwt.read(tokenOfPerson("delegate-of-estonia"));
    assertThat(delegate.texts("/groups")).contains("delegate");
    assertThat(delegate.claims().get("ally").asText()).isEqualTo("EST");

    Jwt ofNobody = Jwt.read(tokenOfPerson("delegate-of-nobody"));
    assertThat(ofNobody.texts("/groups")).contains("delegate");
    assertThat(ofNobody.claims().has("ally")).isFalse();

    Jwt visitor = Jwt.read(tokenOfPerson("visitor"));
    assertThat(visitor.texts("/groups")).doesNotContain("secretariat", "delegate", "reader");
  }

  private static String tokenOfPerson(String name) throws Exception {
    return keycloak.tokensOfPerson(name).get("access_token").asText();
  }
}
