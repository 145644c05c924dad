package org.alliedregistry.support;

import com.fasterxml.jackson.databind.JsonNode;
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
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens that the service must not take, and one that it must. */
public final class Tokens {

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private Tokens() {}

  /** What a good token of the secretariat claims: the id is that of the first token. */
  public static ObjectNode claims() {
    long now = Instant.now().getEpochSecond();
    return Json.object(
        "iss: 'https://alliedregistry.org/local', aud: 'allied-commitment-registry',"
            + " sub: 'secretariat', groups: ['secretariat'], iat: "
            + now
            + ", exp: "
            + (now + 600)
            + ", jti: '"
            + ofTheFirst(1).get("jti").asText()
            + "'");
  }

  /** The header (0) or the claims (1) of the token that the service left at its first start. */
  private static JsonNode ofTheFirst(int part) {
    try {
      String token = Files.readString(ApiClient.DATA_DIR.resolve("secretariat.token")).strip();
      byte[] read = Base64.getUrlDecoder().decode(token.split("\\.", -1)[part]);
      return Json.read(new String(read, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Signed by the service's own key, which its header does not name rightly. */
  public static String naming(String key, ObjectNode claims) {
    return signed("{\"alg\":\"ES256\",\"typ\":\"JWT\"" + key + "}", claims, own());
  }

  /** With the public key as if it were a shared secret. */
  public static String signedWithThePublicKeyAsSecret(ObjectNode claims) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key("PUBLIC"), "HmacSHA256"));
      String content =
          part("{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"" + keyId() + "\"}")
              + "."
              + part(claims.toString());
      return content
          + "."
          + BASE64.encodeToString(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String keyId() {
    return ofTheFirst(0).get("kid").asText();
  }

  /** Signed by the service's own key. */
  public static String signed(ObjectNode claims) {
    return signed(header(), claims, own());
  }

  private static String header() {
    return "{\"alg\":\"ES256\",\"typ\":\"JWT\",\"kid\":\"" + keyId() + "\"}";
  }

  private static PrivateKey own() {
    try {
      return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key("PRIVATE")));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** The bytes of a key in the key file of the service, which is PEM. */
  private static byte[] key(String kind) {
    try {
      String file = Files.readString(ApiClient.DATA_DIR.resolve("signing.key"));
      String begin = "-----BEGIN " + kind + " KEY-----";
      int from = file.indexOf(begin) + begin.length();
      return Base64.getMimeDecoder().decode(file.substring(from, file.indexOf("-----END", from)));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Signed by somebody else's. */
  public static String signedByAnother(ObjectNode claims) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return signed(header(), claims, generator.generateKeyPair().getPrivate());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** Not signed at all. */
  public static String unsigned(ObjectNode claims) {
    return part("{\"alg\":\"none\",\"typ\":\"JWT\",\"kid\":\"" + keyId() + "\"}")
        + "."
        + part(claims.toString())
        + ".";
  }

  private static String signed(String header, ObjectNode claims, PrivateKey key) {
    try {
      String content = part(header) + "." + part(claims.toString());
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(key);
      signature.update(content.getBytes(StandardCharsets.US_ASCII));
      return content + "." + BASE64.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String part(String json) {
    return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
