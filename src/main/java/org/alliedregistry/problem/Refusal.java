package org.alliedregistry.problem;

import java.util.List;

/** A request that is refused, and why. Nothing is recorded by a refused request. */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ProblemType type;
  private final transient List<Fault> faults;

  private Refusal(ProblemType type, String detail, List<Fault> faults) {
    super(detail, null, false, false);
    this.type = type;
    this.faults = List.copyOf(faults);
  }

  public static Refusal because(ProblemType type, String detail) {
    return new Refusal(type, detail, List.of());
  }

  /** All faults of a body at once. */
  public static Refusal ofBody(List<Fault> faults) {
    return new Refusal(ProblemType.INVALID_BODY, summary(faults), faults);
  }

  /** All faults of a query at once. */
  public static Refusal ofParameters(List<Fault> faults) {
    return new Refusal(ProblemType.INVALID_PARAMETER, summary(faults), faults);
  }

  public static Refusal notFound(String what) {
    return because(ProblemType.NOT_FOUND, sentence(what));
  }

  private static String summary(List<Fault> faults) {
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

  public List<Fault> faults() {
    return faults;
  }
}
