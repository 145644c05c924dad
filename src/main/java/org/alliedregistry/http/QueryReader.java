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

/** Reads the parameters of one query and collects everything wrong with them. */
public final class QueryReader {

  /** On a parameter that takes several values, as A,B. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.FIELD, ElementType.PARAMETER})
  public @interface CommaList {}

  private static final int MAX_CODES = 100;
  private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");

  private final Violations violations = new Violations();

  /** Adds a fault of a parameter. */
  public void addViolation(String name, String detail) {
    violations.add("?" + name, detail);
  }

  public void refuseIfInvalid() {
    violations.refuseIfAny(ProblemException::ofParameters);
  }

  public @Nullable LocalDate date(String name, @Nullable String value) {
    return value == null ? null : ScalarReader.day(value, "?" + name, violations);
  }

  /** The instant, or the last that is written so where it has no microseconds. */
  public @Nullable Instant instant(String name, @Nullable String value) {
    return value == null ? null : ScalarReader.instant(value, "?" + name, violations);
  }

  /** One of the constants of an enum. */
  public <E extends Enum<E>> @Nullable E code(String name, @Nullable String value, Class<E> type) {
    return value == null ? null : type.cast(ScalarReader.code(value, type, "?" + name, violations));
  }

  /** A comma list of constants of an enum; empty where the parameter is absent. */
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

  /** A whole number between the bounds, both inclusive. */
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

  /** A comma list of codes, each at most once; empty where the parameter is absent. */
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

  /** The same, each of them known. */
  public Set<String> knownCodes(
      String name, @Nullable String value, String what, Collection<String> known) {
    Set<String> codes = codes(name, value);
    codes.forEach(code -> known(name, code, what, known));
    return codes;
  }

  /** Adds a fault unless the code is known. */
  public void known(String name, String code, String what, Collection<String> known) {
    violations.addIfUnknown(code, what, known, "?" + name);
  }

  /** Adds a fault of a header that is read as a parameter is. */
  public void addHeaderViolation(String name, String detail) {
    violations.add(name, detail);
  }

  /** Adds a fault of a parameter that is not known here. */
  void unknown(String name, Collection<String> known) {
    violations.addWithHint(
        "?" + RecordBinder.escape(name), "is not a parameter of this operation", name, known);
  }
}
