package org.alliedregistry.problem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Collects the violations of one request, so that one answer has all of them. */
public final class Violations {

  /** The maximum number of violations in an answer; it bounds the answer to a hostile body. */
  private static final int MAX_VIOLATIONS = 100;

  private final List<Violation> found;
  private final HintBudget hints;
  private final String at;

  public Violations() {
    this(new ArrayList<>(), new HintBudget(), "");
  }

  private Violations(List<Violation> found, HintBudget hints, String at) {
    this.found = found;
    this.hints = hints;
    this.at = at;
  }

  /** A view of this collection that puts a prefix before each pointer. */
  public Violations under(String pointer) {
    return new Violations(found, hints, at + pointer);
  }

  public void add(String pointer, String detail) {
    Violation violation = new Violation(at + pointer, detail);
    if (found.size() < MAX_VIOLATIONS && !found.contains(violation)) {
      found.add(violation);
    }
  }

  public void addIf(boolean wrong, String pointer, String detail) {
    if (wrong) {
      add(pointer, detail);
    }
  }

  /** Adds that a value is missing, unless there is a violation at the pointer already. */
  public void addIfMissing(boolean missing, String pointer, String detail) {
    addIf(missing && !isKnownUnder(pointer), pointer, detail);
  }

  /** Adds a violation with the nearest known code if a code is unknown. */
  public void addIfUnknown(String code, String what, Collection<String> known, String pointer) {
    if (!known.contains(code)) {
      add(pointer, UnknownCode.code(code, what, known, hints));
    }
  }

  /** Adds a violation with the nearest known word. */
  public void addWithHint(String pointer, String detail, String unknown, Collection<String> known) {
    add(pointer, detail + hints.near(unknown, known));
  }

  /** Whether there is a violation at the pointer or below it. */
  public boolean isKnownUnder(String pointer) {
    return found.stream()
        .map(Violation::pointer)
        .anyMatch(known -> known.equals(at + pointer) || known.startsWith(at + pointer + "/"));
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  public List<Violation> list() {
    return List.copyOf(found);
  }

  /** Throws if there is a violation. */
  public void refuseIfAny(Function<List<Violation>, ProblemException> refusal) {
    if (!found.isEmpty()) {
      throw refusal.apply(list());
    }
  }
}
