package org.alliedregistry.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** What a signed token says, whoever signed it. */
public record Jwt(JsonNode header, JsonNode claims) {

  public static Jwt read(String token) {
    String[] parts = token.split("\\.", -1);
    return new Jwt(part(parts[0]), part(parts[1]));
  }

  private static JsonNode part(String encoded) {
    return Json.read(new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8));
  }

  public Instant issuedAt() {
    return Instant.ofEpochSecond(claims.get("iat").asLong());
  }

  public Instant expiresAt() {
    return Instant.ofEpochSecond(claims.get("exp").asLong());
  }

  /** The items of a claim that may be one text or several. */
  public List<String> texts(String pointer) {
    JsonNode claim = claims.at(pointer);
    return claim.isTextual() ? List.of(claim.asText()) : Json.texts(claim);
  }
}
