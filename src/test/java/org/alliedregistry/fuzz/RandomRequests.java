package org.alliedregistry.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.alliedregistry.fuzz.FuzzRequest.Coding;

/** Requests made from the contract, most of them as it says, some not. */
final class RandomRequests {

  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "FUZZ", "get");
  private static final List<String> PATHS =
      List.of(
          "/",
          "/v1",
          "/v1/",
          "/v2/pledges",
          "/v1/nothing",
          "/v1/pledges/",
          "/v1//pledges",
          "//v1/pledges",
          "/v1/./pledges",
          "/v1/../v1/pledges",
          "/v1/%70ledges",
          "/v1%2Fpledges",
          "/v1/pledges;a=b",
          "/v1/pledges/%zz",
          "/v1/pledges/%",
          "/v1/pledges/%00",
          "/v1/pledges/%c0%ae%c0%ae",
          "/v1/pledges/%ff",
          "/V1/PLEDGES",
          "/q/openapi",
          "/q/swagger-ui",
          "/q/health",
          "/q/metrics",
          "/favicon.ico",
          "/.well-known/nothing",
          "/v1/allies/" + "x".repeat(9_000));
  private static final List<String> HEADERS =
      List.of(
          "Accept: */*",
          "Accept: application/json",
          "Accept: text/html",
          "Accept: application/json;q=0",
          "Accept: nonsense",
          "Accept: application/json;q=2, ;;,",
          "Accept-Encoding: gzip",
          "Accept-Encoding: br, gzip;q=0.5",
          "Accept-Encoding: identity;q=0",
          "Accept-Language: uk",
          "Accept-Charset: utf-16",
          "If-None-Match: *",
          "If-None-Match: \"x\", W/\"y\"",
          "If-None-Match: unquoted",
          "If-Match: *",
          "If-Match: \"x\"",
          "If-Match: ,,",
          "If-Modified-Since: yesterday",
          "If-Unmodified-Since: Thu, 01 Jan 1970 00:00:00 GMT",
          "Range: bytes=0-1",
          "Idempotency-Key: ",
          "Idempotency-Key: \"quoted\"",
          "Idempotency-Key: " + "k".repeat(300),
          "X-Forwarded-For: 192.0.2.1, nonsense",
          "Forwarded: for=\"[::1",
          "X-Forwarded-Proto: gopher",
          "X-HTTP-Method-Override: DELETE",
          "Origin: https://example.org",
          "Cookie: a=b",
          "Expect: 200-ok",
          "Authorization: Basic YTpi",
          "Authorization: Bearer",
          "Authorization: Bearer a.b.c",
          "traceparent: 00-zz-zz-01",
          "X-Request-Id: \u00e9",
          "X-Long: " + "x".repeat(21_000),
          "Upgrade: websocket",
          "Connection: close");
  private static final List<String> TYPES =
      List.of(
          "application/json;charset=utf-8",
          "application/json; charset=utf-16",
          "application/json;charset=nonsense",
          "application/json;charset",
          "application/*",
          "text/plain",
          "application/xml",
          "application/problem+json",
          "multipart/form-data; boundary=x",
          "application/x-www-form-urlencoded",
          "nonsense",
          "");

  private final Random random;
  private final KnownNames known;
  private final RandomValues values;
  private final RandomBodies bodies;
  private final List<Operation> operations;

  RandomRequests(Random random, KnownNames known, List<Operation> operations) {
    this.random = random;
    this.known = known;
    this.operations = operations;
    this.values = new RandomValues(random, known);
    this.bodies = new RandomBodies(random, values);
  }

  /** The next one, without a token. */
  FuzzRequest next() {
    Operation operation = values.one(operations);
    String method = operation.method();
    if (method.equals("GET") && values.chance(5)) {
      method = "HEAD";
    } else if (values.chance(3)) {
      method = values.one(METHODS);
    }
    String target = values.chance(4) ? values.one(PATHS) : address(operation);
    List<String> headers = headers(operation);
    if (operation.bodySchema().isEmpty() && !values.chance(2)) {
      return new FuzzRequest(method, target, "1.1", headers, new byte[0], Coding.NONE);
    }
    return withBody(method, target, headers, operation);
  }

  private String address(Operation operation) {
    String path = operation.path();
    List<String> query = new ArrayList<>();
    for (JsonNode parameter : operation.parameters()) {
      String name = parameter.path("name").asText();
      String in = parameter.path("in").asText();
      if (in.equals("path")) {
        String value = values.parameter(parameter, operation.path());
        path = path.replace("{" + name + "}", encoded(value.isEmpty() ? "x" : value));
      } else if (in.equals("query") && isAsked(parameter, name)) {
        query.add(name + "=" + encoded(values.parameter(parameter, operation.path())));
      }
    }
    if (values.chance(3)) {
      query.add(values.one(List.of("nonsense=1", "limit=1&limit=2", "%zz=1", "=", "&&", "a[]=1")));
    }
    if (values.chance(1)) {
      path += values.one(List.of("/", ";v=1", ".json", "%20", "//"));
    }
    return query.isEmpty() ? path : path + "?" + String.join("&", query);
  }

  private boolean isAsked(JsonNode parameter, String name) {
    boolean isNeeded =
        parameter.path("required").asBoolean() || List.of("from", "to").contains(name);
    return values.chance(isNeeded ? 93 : 16);
  }

  /** Mostly as it must be, sometimes as it is. */
  private String encoded(String value) {
    if (values.chance(97)) {
      return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
    return value.replaceAll("[\\s\u0000-\u0020\u007f-\uffff]", "%20");
  }

  private List<String> headers(Operation operation) {
    List<String> headers = new ArrayList<>();
    String host = "Host: localhost";
    if (values.chance(99)) {
      headers.add(host);
    } else if (random.nextBoolean()) {
      headers.add(host);
      headers.add("Host: other.example");
    }
    for (JsonNode parameter : operation.parameters()) {
      if (parameter.path("in").asText().equals("header") && values.chance(12)) {
        String value = values.parameter(parameter, operation.path());
        headers.add(parameter.path("name").asText() + ": " + value.replaceAll("\\p{Cntrl}", ""));
      }
    }
    if (operation.method().equals("PUT") && values.chance(60)) {
      headers.add("If-Match: *");
    }
    while (values.chance(8)) {
      headers.add(values.one(HEADERS));
    }
    return headers;
  }

  private FuzzRequest withBody(
      String method, String target, List<String> headers, Operation operation) {
    byte[] body = operation.bodySchema().map(bodies::of).orElse(new byte[] {'{', '}'});
    if (values.chance(96)) {
      headers.add("Content-Type: application/json");
    } else {
      headers.add("Content-Type: " + values.one(TYPES));
    }
    if (values.chance(10)) {
      headers.add("Idempotency-Key: fuzz-" + random.nextInt(500));
    }
    if (values.chance(3)) {
      String coding =
          values.one(List.of("gzip", "x-gzip", "br", "deflate", "identity", "gzip, gzip"));
      headers.add("Content-Encoding: " + coding);
      body = values.chance(70) ? zipped(body) : body;
    }
    if (values.chance(1)) {
      headers.add("Content-Length: " + values.one(List.of("1048577", "99999999999", "-1", "x")));
      headers.add("Connection: close");
      return new FuzzRequest(method, target, "1.1", headers, new byte[0], Coding.NONE);
    }
    if (values.chance(2)) {
      headers.add("Expect: 100-continue");
    }
    return new FuzzRequest(
        method, target, "1.1", headers, body, values.chance(90) ? Coding.LENGTH : Coding.CHUNKS);
  }

  private static byte[] zipped(byte[] body) {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
      zip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return zipped.toByteArray();
  }

  /** With somebody's token, unless it says something of the kind already. */
  FuzzRequest as(Optional<String> token, FuzzRequest request) {
    if (token.isEmpty() || request.has("authorization") || values.chance(2)) {
      return request;
    }
    List<String> headers = new ArrayList<>(request.headers());
    headers.add("Authorization: Bearer " + token.get());
    return request.with(headers);
  }

  KnownNames known() {
    return known;
  }
}
