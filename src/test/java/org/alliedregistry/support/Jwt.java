package org.alliedregistry.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** What a token says, whoever signed it. */
public record Jwt(JsonNode header, JsonNode claims) {

  public static Jwt read(String token) {
    String[] parts = token.split("\\.", -1);
    return new Jwt(part(parts[0]), part(parts[1]));
  }

  private static JsonNode part(String encoded) {
    return Json.read(new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8));
  }

  /** A token of the secretariat that names a key nobody has. */
  public static String signedByNobody(String issuer) {
    return encoded("alg: 'RS256', kid: 'of-nobody'")
        + "."
        + encoded(
            "iss: '"
                + issuer
                + "', aud: 'allied-commitment-registry', sub: 'nobody', groups: ['secretariat'],"
                + " iat: 1700000000, exp: 4000000000")
        + ".c2lnbmVk";
  }

  private static String encoded(String fields) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Json.object(fields).toString().getBytes(StandardCharsets.UTF_8));
  }

  public String algorithm() {
    return header.get("alg").asText();
  }

  public Instant issuedAt() {
    return Instant.ofEpochSecond(claims.get("iat").asLong());
  }

  public Instant expiresAt() {
    return Instant.ofEpochSecond(claims.get("exp").asLong());
  }

  /** The items of a claim that may be one text, several or absent. */
  public List<String> texts(String pointer) {
    JsonNode claim = claims.at(pointer);
    return claim.isTextual() ? List.of(claim.asText()) : Json.texts(claim);
  }

  /** The claim is these texts and no other, or there is none. */
  public Jwt expect(String pointer, String... texts) {
    assertThat(texts(pointer)).as("%s of %s", pointer, claims).containsExactlyInAnyOrder(texts);
    return this;
  }

  /** The claim is this text, or has it among others. */
  public Jwt expectAmong(String pointer, String text) {
    assertThat(texts(pointer)).as("%s of %s", pointer, claims).contains(text);
    return this;
  }
}
