package org.alliedregistry.support;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;

/** Tokens that the service must not take, and one that it must. */
public final class Tokens {

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private Tokens() {}

  /** What a good token of the secretariat claims. */
  public static ObjectNode claims() {
    long now = Instant.now().getEpochSecond();
    return Json.object(
        "iss: 'https://alliedregistry.org/local', aud: 'allied-commitment-registry',"
            + " sub: 'secretariat', groups: ['secretariat'], iat: "
            + now
            + ", exp: "
            + (now + 600));
  }

  /** Signed by the service's own key. */
  public static String signed(ObjectNode claims) {
    try {
      String key = Files.readAllLines(ApiClient.DATA_DIR.resolve("signing.key")).get(0);
      PrivateKey own =
          KeyFactory.getInstance("EC")
              .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(key)));
      return signed(claims, own);
    } catch (IOException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** Signed by somebody else's. */
  public static String signedByAnother(ObjectNode claims) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return signed(claims, generator.generateKeyPair().getPrivate());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** Not signed at all. */
  public static String unsigned(ObjectNode claims) {
    return part("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + part(claims.toString()) + ".";
  }

  private static String signed(ObjectNode claims, PrivateKey key) throws GeneralSecurityException {
    String content = part("{\"alg\":\"ES256\",\"typ\":\"JWT\"}") + "." + part(claims.toString());
    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initSign(key);
    signature.update(content.getBytes(StandardCharsets.US_ASCII));
    return content + "." + BASE64.encodeToString(signature.sign());
  }

  private static String part(String json) {
    return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
