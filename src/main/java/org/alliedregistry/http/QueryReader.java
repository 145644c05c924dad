package org.alliedregistry.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.alliedregistry.json.RecordBinder;
import org.alliedregistry.json.ScalarReader;
import org.alliedregistry.problem.CleanText;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.Violations;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of one query and collects their violations. */
public final class QueryReader {

  /** Marks a parameter that accepts several values, such as A,B. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.FIELD, ElementType.PARAMETER})
  public @interface CommaList {}

  private static final int MAX_CODES = 100;
  private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");

  private final Violations violations = new Violations();

  /** Adds a violation of a parameter. */
  public void addViolation(String name, String detail) {
    violations.add("?" + name, detail);
  }

  public void refuseIfInvalid() {
    violations.refuseIfAny(ProblemException::ofParameters);
  }

  public @Nullable LocalDate date(String name, @Nullable String value) {
    return value == null ? null : ScalarReader.day(value, "?" + name, violations);
  }

  /** An instant. Without microseconds it is the last one of its millisecond or second. */
  public @Nullable Instant instant(String name, @Nullable String value) {
    return value == null ? null : ScalarReader.instant(value, "?" + name, violations);
  }

  /** An instant at which a period begins. Without microseconds it is the first of its second. */
  public @Nullable Instant firstInstant(String name, @Nullable String value) {
    return value == null ? null : ScalarReader.firstInstant(value, "?" + name, violations);
  }

  /** A constant of an enum. */
  public <E extends Enum<E>> @Nullable E code(String name, @Nullable String value, Class<E> type) {
    return value == null ? null : type.cast(ScalarReader.code(value, type, "?" + name, violations));
  }

  /** A comma-separated list of constants of an enum; empty if the parameter is absent. */
  public <E extends Enum<E>> Set<E> constants(String name, @Nullable String value, Class<E> type) {
    Set<E> constants = EnumSet.noneOf(type);
    for (String code : codes(name, value)) {
      E constant = code(name, code, type);
      if (constant != null) {
        constants.add(constant);
      }
    }
    return constants;
  }

  /** An integer between two bounds, both inclusive. */
  public @Nullable Integer integer(String name, @Nullable String value, int min, int max) {
    if (value == null) {
      return null;
    }
    if (WHOLE.matcher(value).matches()) {
      int number = Integer.parseInt(value);
      if (number >= min && number <= max) {
        return number;
      }
    }
    addViolation(name, "must be a whole number from " + min + " to " + max);
    return null;
  }

  public boolean bool(String name, @Nullable String value) {
    if (value != null && !value.equals("true") && !value.equals("false")) {
      addViolation(name, "must be true or false");
    }
    return "true".equals(value);
  }

  /** A comma-separated list of codes, each at most once; empty if the parameter is absent. */
  public Set<String> codes(String name, @Nullable String value) {
    Set<String> codes = new LinkedHashSet<>();
    if (value == null) {
      return codes;
    }
    List<String> items = List.of(CleanText.composed(value).split(",", -1));
    if (items.size() > MAX_CODES) {
      addViolation(name, "must have at most " + MAX_CODES + " codes");
      return codes;
    }
    for (String item : items) {
      if (item.isEmpty()) {
        addViolation(name, "has an empty code; write codes as A,B");
      } else {
        codes.add(item);
      }
    }
    return codes;
  }

  /** A comma-separated list of known codes. */
  public Set<String> knownCodes(
      String name, @Nullable String value, String what, Collection<String> known) {
    Set<String> codes = codes(name, value);
    codes.forEach(code -> known(name, code, what, known));
    return codes;
  }

  /** Reads codes separated by commas, each of which must match a pattern. */
  public Set<String> codes(String name, @Nullable String value, Pattern pattern) {
    Set<String> codes = codes(name, value);
    codes.stream()
        .filter(code -> !pattern.matcher(code).matches())
        .forEach(code -> addViolation(name, "must match " + pattern + ", separated by commas"));
    return codes;
  }

  /** Adds a violation unless the code is known. */
  public void known(String name, String code, String what, Collection<String> known) {
    violations.addIfUnknown(code, what, known, "?" + name);
  }

  /** Adds a violation of a header that is read like a parameter. */
  public void addHeaderViolation(String name, String detail) {
    violations.add(name, detail);
  }

  /** Adds a violation for a parameter that the operation does not declare. */
  void unknown(String name, Collection<String> known) {
    violations.addWithHint(
        "?" + RecordBinder.escape(name), "is not a parameter of this operation", name, known);
  }
}
