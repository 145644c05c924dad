package org.alliedregistry.problem;

import java.util.Collection;
import java.util.Map;

/** Describes an unknown code, with the nearest known code or the path of the list of codes. */
public final class UnknownCode {

  /** The path of the list of codes, by the first word of what they name. */
  private static final Map<String, String> LISTS =
      Map.of(
          "ally", "/v1/allies",
          "baseline", "/v1/baselines",
          "capability", "/v1/capabilities",
          "condition", "/v1/conditions",
          "group", "/v1/groups",
          "problem type", "/v1/problems",
          "programme", "/v1/programmes",
          "exchange rate series", "/v1/exchange-rates",
          "unit", "/v1/capabilities");

  private UnknownCode() {}

  public static String code(String code, String what, Collection<String> known) {
    return code(code, what, known, new HintBudget());
  }

  /** Describes one of several unknown codes in a request. */
  static String code(String code, String what, Collection<String> known, HintBudget hints) {
    String shown = code.length() > 100 ? code.substring(0, 100) + "…" : code;
    String hint = hints.near(code, known);
    return shown + " is not a known " + what + (hint.isEmpty() ? list(what) : hint);
  }

  private static String list(String what) {
    return LISTS.entrySet().stream()
        .filter(list -> what.startsWith(list.getKey()))
        .map(list -> "; GET " + list.getValue() + " lists them")
        .findFirst()
        .orElse("");
  }
}
