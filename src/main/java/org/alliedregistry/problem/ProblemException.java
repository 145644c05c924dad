package org.alliedregistry.problem;

import java.util.List;

/** The refusal of a request. A refused request records nothing. */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ProblemType type;
  private final transient List<Violation> faults;

  private ProblemException(ProblemType type, String detail, List<Violation> faults) {
    super(detail, null, false, false);
    this.type = type;
    this.faults = List.copyOf(faults);
  }

  public static ProblemException because(ProblemType type, String detail) {
    return new ProblemException(type, detail, List.of());
  }

  /** A refusal with all violations of a body. */
  public static ProblemException ofBody(List<Violation> faults) {
    return new ProblemException(ProblemType.INVALID_BODY, summary(faults), faults);
  }

  /** A refusal with all violations of a query. */
  public static ProblemException ofParameters(List<Violation> faults) {
    return new ProblemException(ProblemType.INVALID_PARAMETER, summary(faults), faults);
  }

  public static ProblemException notFound(String what) {
    return because(ProblemType.NOT_FOUND, sentence(what));
  }

  private static String summary(List<Violation> faults) {
    String pointer = faults.get(0).pointer();
    return faults.size() == 1
        ? sentence((pointer.isEmpty() ? "The body" : pointer) + " " + faults.get(0).detail())
        : faults.size() + " faults; see errors.";
  }

  private static String sentence(String text) {
    return text.endsWith(".") || text.endsWith("?") ? text : text + ".";
  }

  public ProblemType type() {
    return type;
  }

  public String detail() {
    return String.valueOf(getMessage());
  }

  public List<Violation> faults() {
    return faults;
  }
}
