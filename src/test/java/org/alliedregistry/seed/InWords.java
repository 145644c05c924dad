package org.alliedregistry.seed;

import static org.alliedregistry.seed.MappedRecord.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.alliedregistry.domain.quantity.Exact;

/** A statement of the bundled record in one line, and the general rule it was read by. */
final class InWords {

  private InWords() {}

  static String with(JsonNode statement) {
    List<String> says = new ArrayList<>();
    says.add(lower(statement.path("position").asText("no position")));
    if (statement.has("side")) {
      says.add("said by the " + lower(statement.path("side").asText()));
    }
    if (statement.has("amount")) {
      says.add(quantity(statement.path("amount")));
    } else if (clearsAmount(statement)) {
      says.add("expressly no number");
    }
    if (statement.has("wording")) {
      says.add("“" + statement.path("wording").asText() + "”");
    }
    part(says, "committed", statement.path("committed"));
    part(says, "in place", statement.path("inPlace"));
    if (statement.has("place")) {
      says.add(place(statement.path("place").asText()));
    }
    if (statement.has("availableFrom")) {
      says.add("from " + statement.path("availableFrom").asText());
    }
    if (statement.has("availableUntil")) {
      says.add("until " + statement.path("availableUntil").asText());
    }
    codes(says, "if", statement.path("conditions"));
    codes(says, "under", statement.path("caveats"));
    codes(says, "no longer", statement.path("lifts"));
    String speaker = statement.path("speaker").asText("");
    return String.join("; ", says) + (speaker.isEmpty() ? "" : " (" + speaker + ")");
  }

  /** What a group said together. */
  static String declared(JsonNode statement) {
    List<String> says = new ArrayList<>();
    if (statement.has("participants")) {
      says.add(statement.path("participants").asText() + " states");
    }
    if (statement.has("named")) {
      says.add("named: " + String.join(", ", texts(statement.path("named"))));
    }
    return says.isEmpty() ? "no number and no names" : String.join("; ", says);
  }

  /** Why it says so, where the status of the report settles it. */
  static String rule(JsonNode report, JsonNode statement) {
    return switch (report.path("status").asText()) {
      case "DECLINED" -> "A refusal: declined, without amount and terms.";
      case "CONSIDERING" -> "Open, not decided: considering; " + number(statement);
      case "ANNOUNCED" -> "Said in public: pledged; " + number(statement);
      case "CONFIRMED" -> "Said again or put in a signed text: pledged; " + number(statement);
      case "COMMITTED" ->
          "Budget, contract, law or formal decision: pledged; " + come(statement, "committed");
      case "DELIVERED" -> "Handed over or running: pledged; " + come(statement, "inPlace");
      default -> throw new IllegalArgumentException(report.toString());
    };
  }

  private static String number(JsonNode statement) {
    return statement.has("amount")
        ? "its number is the amount."
        : clearsAmount(statement)
            ? "expressly without a number."
            : "no number is given, so none is set.";
  }

  private static boolean clearsAmount(JsonNode statement) {
    return texts(statement.path("clears")).contains("amount");
  }

  private static String come(JsonNode statement, String part) {
    String rung = part.equals("inPlace") ? "in place" : part;
    return !isBounded(statement.path(part))
        ? "some of it is " + rung + ", not said how much."
        : statement.has("amount")
            ? "its number is " + rung + ", and is the amount too."
            : "its number is " + rung + "; the amount stays as it was.";
  }

  private static void part(List<String> says, String rung, JsonNode part) {
    if (part.isObject()) {
      says.add(
          rung
              + ": "
              + (isBounded(part)
                  ? quantity(part)
                  : "some, not said how much (" + part.path("unit").asText() + ")"));
    }
  }

  private static boolean isBounded(JsonNode part) {
    return part.hasNonNull("low") || part.hasNonNull("high");
  }

  private static String quantity(JsonNode quantity) {
    JsonNode low = quantity.path("low");
    JsonNode high = quantity.path("high");
    String about = quantity.path("approximate").asBoolean() ? "about " : "";
    String amount =
        !quantity.hasNonNull("low")
            ? "up to " + about + digits(high)
            : !quantity.hasNonNull("high")
                ? "at least " + about + digits(low)
                : about + (low.equals(high) ? digits(low) : digits(low) + " to " + digits(high));
    String unit = quantity.path("unit").asText();
    return amount + " " + unit + (quantity.has("per") ? " a year" : "");
  }

  private static String digits(JsonNode number) {
    BigDecimal plain = Exact.plain(number.decimalValue());
    return new DecimalFormat("#,##0.###", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(plain);
  }

  private static void codes(List<String> says, String how, JsonNode codes) {
    if (codes.isArray()) {
      says.add(codes.isEmpty() ? how + " nothing" : how + " " + String.join(", ", texts(codes)));
    }
  }

  private static String place(String code) {
    return switch (code) {
      case "IN_UKRAINE" -> "in Ukraine";
      case "NEIGHBOURING_STATE" -> "in a neighbouring state";
      case "BLACK_SEA" -> "in the Black Sea";
      default -> lower(code);
    };
  }

  static String title(String field) {
    return field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1);
  }

  static String lower(String code) {
    return code.replace('_', ' ').toLowerCase(Locale.ROOT);
  }
}
