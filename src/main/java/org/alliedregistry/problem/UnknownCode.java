package org.alliedregistry.problem;

import java.util.Collection;
import java.util.Map;

/** Says that a code is not known, and which known one is near, or where all are listed. */
public final class UnknownCode {

  /** Where the codes are listed, by how what they name begins. */
  private static final Map<String, String> LISTS =
      Map.of(
          "ally", "/v1/allies",
          "baseline", "/v1/baselines",
          "capability", "/v1/capabilities",
          "condition", "/v1/conditions",
          "kind of problem", "/v1/problems",
          "unit", "/v1/capabilities");

  private UnknownCode() {}

  public static String code(String code, String what, Collection<String> known) {
    return code(code, what, known, new HintBudget());
  }

  /** The same for one of several faults of a request. */
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
