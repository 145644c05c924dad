package org.alliedregistry.problem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Collects everything wrong with one request, so that all of it is answered at once. */
public final class Violations {

  /** More than anybody mends at once; beyond it a hostile body only makes a long answer. */
  private static final int MOST = 100;

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

  /** The same collection for what stands below a pointer; pointers given to it are taken so. */
  public Violations under(String pointer) {
    return new Violations(found, hints, at + pointer);
  }

  public void add(String pointer, String detail) {
    Violation violation = new Violation(at + pointer, detail);
    if (found.size() < MOST && !found.contains(violation)) {
      found.add(violation);
    }
  }

  public void addIf(boolean wrong, String pointer, String detail) {
    if (wrong) {
      add(pointer, detail);
    }
  }

  /** Adds that something is missing, unless what stands there is wrong already. */
  public void addIfMissing(boolean missing, String pointer, String detail) {
    addIf(missing && !isKnownUnder(pointer), pointer, detail);
  }

  /** Adds that a code is not known, with the nearest known one, unless it is. */
  public void addIfUnknown(String code, String what, Collection<String> known, String pointer) {
    if (!known.contains(code)) {
      add(pointer, UnknownCode.code(code, what, known, hints));
    }
  }

  /** Adds that something is wrong with a word, with the nearest of those that stand there. */
  public void addWithHint(String pointer, String detail, String unknown, Collection<String> known) {
    add(pointer, detail + hints.near(unknown, known));
  }

  /** Whether something at the pointer or below it is wrong already. */
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

  /** Refuses the request if anything is wrong with it. */
  public void refuseIfAny(Function<List<Violation>, ProblemException> refusal) {
    if (!found.isEmpty()) {
      throw refusal.apply(list());
    }
  }
}
