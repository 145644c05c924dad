package org.alliedregistry.problem;

import java.util.Collection;

/** Says that a code is not known, and which known one is near. */
public final class UnknownCode {

  private UnknownCode() {}

  public static String code(String code, String what, Collection<String> known) {
    return code(code, what, known, new HintBudget());
  }

  /** The same for one of several faults of a request. */
  static String code(String code, String what, Collection<String> known, HintBudget hints) {
    String shown = code.length() > 100 ? code.substring(0, 100) + "…" : code;
    return shown + " is not a known " + what + hints.near(code, known);
  }
}
