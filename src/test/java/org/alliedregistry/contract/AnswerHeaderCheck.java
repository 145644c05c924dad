package org.alliedregistry.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.alliedregistry.support.Contract;

/** Holds the headers of an answer against those that the contract declares for it. */
public final class AnswerHeaderCheck {

  /** Those of HTTP itself: how an answer is sent, and who may keep it. */
  private static final Set<String> OF_HTTP =
      Set.of(
          "Age",
          "Cache-Control",
          "Connection",
          "Content-Disposition",
          "Content-Encoding",
          "Content-Length",
          "Content-Type",
          "Date",
          "Transfer-Encoding",
          "Vary",
          "X-Content-Type-Options");

  private AnswerHeaderCheck() {}

  /**
   * Fails unless each header that must be there is, each that is there is declared, and its value
   * fits.
   *
   * @param declared the headers of the answer, as the contract has them
   * @param sent by name, whatever its case
   */
  public static void check(String what, JsonNode declared, Map<String, String> sent) {
    Set<String> unknown = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    unknown.addAll(sent.keySet());
    OF_HTTP.forEach(unknown::remove);
    for (Map.Entry<String, JsonNode> header : declared.properties()) {
      String name = header.getKey();
      JsonNode is = Contract.resolved(Contract.document(), header.getValue());
      String value = sent.get(name);
      unknown.remove(name);
      if (value == null) {
        assertThat(is.path("required").asBoolean()).as("%s lacks %s", what, name).isFalse();
      } else {
        assertThat(
                Contract.faults(
                    header.getValue().path("$ref").textValue() + "/schema",
                    value(value, is.path("schema"))))
            .as("%s: %s of %s", name, value, what)
            .isEmpty();
      }
    }
    assertThat(unknown).as("headers of %s that the contract does not declare", what).isEmpty();
  }

  private static JsonNode value(String text, JsonNode schema) {
    String type = schema.path("type").asText();
    if (type.equals("integer") && text.matches("\\d{1,9}")) {
      return IntNode.valueOf(Integer.parseInt(text));
    }
    return type.equals("boolean") && text.equals("true")
        ? BooleanNode.TRUE
        : TextNode.valueOf(text);
  }
}
