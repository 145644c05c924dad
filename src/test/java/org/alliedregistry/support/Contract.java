package org.alliedregistry.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.restassured.http.Header;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.alliedregistry.contract.AnswerHeaderCheck;

/** openapi.yaml as a judge: every answer of the HTTP tests is held against it. */
public final class Contract {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final JsonNode DOCUMENT = read();
  private static final Map<String, JsonSchema> SCHEMAS = new ConcurrentHashMap<>();

  private Contract() {}

  private static JsonNode read() {
    try {
      return new YAMLMapper().readTree(Files.readString(Path.of("openapi.yaml")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static JsonNode document() {
    return DOCUMENT;
  }

  /** The headers of an answer by name, whatever its case; the lines of one in one. */
  public static Map<String, String> headers(Iterable<Header> sent) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    sent.forEach(
        h -> headers.merge(h.getName(), h.getValue(), (value, next) -> value + ", " + next));
    return headers;
  }

  /**
   * Fails unless the contract has this answer of this operation, and its headers and its body fit.
   * HEAD is answered as GET, without a body; the contract's own address is not in it.
   *
   * @param headers by name, whatever its case
   */
  public static void check(
      String method, String path, int status, Map<String, String> headers, String body) {
    if (path.startsWith("/q/")) {
      return;
    }
    Optional<JsonNode> item = pathItem(path);
    boolean isHead = method.equals("HEAD");
    String name = isHead ? "get" : method.toLowerCase(Locale.ROOT);
    JsonNode operation = item.map(i -> i.path(name)).orElse(JSON.nullNode());
    if (!operation.isObject()) {
      assertThat(status).as("%s %s is not in the contract", method, path).isIn(404, 405);
      checkSchema("#/components/schemas/Problem", body);
      String shared = status == 404 ? "NotFound" : "AnyOtherFailure";
      AnswerHeaderCheck.check(
          method + " " + path + " " + status,
          DOCUMENT.path("components").path("responses").path(shared).path("headers"),
          headers);
      return;
    }
    JsonNode answer = answer(operation.path("responses"), status);
    assertThat(answer.isObject())
        .as("%s %s answers %d, which is not in the contract: %s", method, path, status, body)
        .isTrue();
    AnswerHeaderCheck.check(method + " " + path + " " + status, answer.path("headers"), headers);
    JsonNode content = answer.path("content");
    if (content.isEmpty() || isHead) {
      return;
    }
    String type = headers.getOrDefault("Content-Type", "").replaceAll(";.*", "");
    assertThat(content.has(type)).as("%s for %s %s %d", type, method, path, status).isTrue();
    if (type.equals("application/json") || type.endsWith("+json")) {
      checkSchema(content.path(type).path("schema").path("$ref").textValue(), body);
    }
  }

  /** Its own, or that for all others where the status is one of those. */
  private static JsonNode answer(JsonNode responses, int status) {
    JsonNode own = resolved(responses.path(Integer.toString(status)));
    JsonNode other = resolved(responses.path("default"));
    boolean isOther = other.path("description").asText().contains("- " + status + " `");
    return own.isMissingNode() && isOther ? other : own;
  }

  /** The path item whose template fits, a literal segment before a parameter. */
  static Optional<JsonNode> pathItem(String path) {
    String plain = path.replaceAll("\\?.*", "").replaceAll("/$", "");
    return DOCUMENT.path("paths").properties().stream()
        .filter(e -> plain.matches(e.getKey().replaceAll("\\{[^}]+}", "[^/]+")))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static JsonNode resolved(JsonNode node) {
    return resolved(DOCUMENT, node);
  }

  /** What a reference of a document stands for; anything else stands for itself. */
  public static JsonNode resolved(JsonNode document, JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").textValue().substring(1)) : node;
  }

  private static void checkSchema(String reference, String body) {
    try {
      assertThat(faults(reference, JSON.readTree(body)))
          .as("%s does not fit %s", body, reference)
          .isEmpty();
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + body, e);
    }
  }

  /** What of a body does not fit a schema of the contract. */
  public static Set<ValidationMessage> faults(String reference, JsonNode body) {
    return SCHEMAS.computeIfAbsent(reference, Contract::schema).validate(body);
  }

  private static JsonSchema schema(String reference) {
    ObjectNode root = JSON.createObjectNode();
    root.put("$ref", reference);
    root.set("components", closed(DOCUMENT.path("components").deepCopy()));
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(root, SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
  }

  /**
   * To a caller an answer may have more fields one day; here each of them stands in the contract.
   */
  private static JsonNode closed(JsonNode schemas) {
    if (schemas instanceof ObjectNode schema
        && schema.path("properties").isObject()
        && !schema.has("additionalProperties")) {
      schema.put("additionalProperties", false);
    }
    schemas.forEach(Contract::closed);
    return schemas;
  }
}
