package org.alliedregistry.security;

import static org.alliedregistry.support.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.Json;
import org.alliedregistry.support.Tokens;
import org.junit.jupiter.api.Test;

/** What another node on the same store issues and revokes. */
@QuarkusTest
class OtherNodeTest {

  @Inject DataSource store;

  private final ApiClient api = ApiClient.secretariat();

  private void there(String statement, String id) throws SQLException {
    try (Connection connection = store.getConnection();
        PreparedStatement change = connection.prepareStatement(statement)) {
      change.setString(1, id);
      change.executeUpdate();
    }
  }

  @Test
  void whatItRevokedIsRefusedHereToo() throws Exception {
    JsonNode token = api.post("/v1/tokens", Json.object("role: 'reader'")).expecting(201).json();
    ApiClient bearer = api.withToken(token.get("token").asText());
    assertThat(bearer.get("/v1/allies/EST").status()).isEqualTo(200);

    there(
        "update access_token set revoked_at = current_timestamp where id = ?",
        token.get("id").asText());

    Instant deadline = Instant.now().plus(Duration.ofMinutes(2));
    while (bearer.get("/v1/allies/EST").status() == 200 && Instant.now().isBefore(deadline)) {
      Thread.sleep(100);
    }
    assertProblem(bearer.get("/v1/allies/EST"), 401, "unauthenticated").withDetail("revoked");
  }

  @Test
  void whatItIssuedIsTakenHereAtOnce() throws Exception {
    String id = UUID.randomUUID().toString();
    there(
        "insert into access_token (id, role, issued_at, expires_at) values (?, 'reader',"
            + " current_timestamp, timestamp with time zone '2099-01-01 00:00:00+00')",
        id);
    String token =
        Tokens.signed(Json.with(Tokens.claims(), "groups: ['reader'], jti: '" + id + "'"));

    assertThat(api.withToken(token).get("/v1/allies/EST").status()).isEqualTo(200);
  }
}
