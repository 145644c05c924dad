package org.alliedregistry.support;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An identity provider of one key: it says where its keys are, shows them, and signs. */
public final class TestIdentityProvider implements AutoCloseable {

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final HttpServer server;
  private final KeyPair key;
  private final AtomicInteger asked = new AtomicInteger();

  private TestIdentityProvider(HttpServer server, KeyPair key) {
    this.server = server;
    this.key = key;
  }

  public static TestIdentityProvider start() throws IOException, GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    TestIdentityProvider provider = new TestIdentityProvider(server, generator.generateKeyPair());
    provider.shows(
        "/.well-known/openid-configuration",
        "issuer: '" + provider.issuer() + "', jwks_uri: '" + provider.issuer() + "/keys'");
    provider.shows("/keys", "keys: [" + provider.publicKey() + "]");
    server.start();
    return provider;
  }

  private void shows(String path, String fields) {
    byte[] body = Json.object(fields).toString().getBytes(StandardCharsets.UTF_8);
    server.createContext(
        path,
        exchange -> {
          asked.incrementAndGet();
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  private String publicKey() {
    RSAPublicKey shown = (RSAPublicKey) key.getPublic();
    return "{kty: 'RSA', use: 'sig', alg: 'RS256', kid: 'one', n: '"
        + number(shown.getModulus())
        + "', e: '"
        + number(shown.getPublicExponent())
        + "'}";
  }

  private static String number(BigInteger number) {
    byte[] bytes = number.toByteArray();
    return BASE64.encodeToString(
        bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
  }

  public String issuer() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** How often it was asked for anything. */
  public int asked() {
    return asked.get();
  }

  /** What a good token claims, but for its roles. */
  public ObjectNode claims(String more) {
    long now = Instant.now().getEpochSecond();
    return Json.object(
        "iss: '"
            + issuer()
            + "', aud: 'allied-commitment-registry', sub: 'f81d4fae', iat: "
            + now
            + ", exp: "
            + (now + 300)
            + ", "
            + more);
  }

  public String signed(ObjectNode claims) {
    return signed("alg: 'RS256', kid: 'one'", claims);
  }

  /** With a header of the test's own. */
  public String signed(String header, ObjectNode claims) {
    try {
      String content = content(header, claims);
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key.getPrivate());
      signature.update(content.getBytes(StandardCharsets.US_ASCII));
      return content + "." + BASE64.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** With the public key as if it were a shared secret. */
  public String signedWithThePublicKeyAsSecret(ObjectNode claims) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getPublic().getEncoded(), "HmacSHA256"));
      String content = content("alg: 'HS256', kid: 'one'", claims);
      return content
          + "."
          + BASE64.encodeToString(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String content(String header, ObjectNode claims) {
    return part(Json.object(header)) + "." + part(claims);
  }

  private static String part(ObjectNode json) {
    return BASE64.encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
