package org.alliedregistry.json;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.alliedregistry.problem.Violations;
import org.jspecify.annotations.Nullable;

/**
 * Checks the constraints of a field or an item of a body. They are annotations of Bean Validation,
 * and the contract is generated from them. A constraint that this class does not know is an error.
 */
record ConstraintChecker(List<Annotation> constraints) {

  /** Each pattern of a field, compiled once. */
  private static final Map<String, java.util.regex.Pattern> COMPILED = new ConcurrentHashMap<>();

  static final int DEFAULT_MAX_ITEMS = 100;

  private static final Set<Class<?>> KNOWN =
      Set.of(
          NotNull.class,
          NotBlank.class,
          NotEmpty.class,
          Pattern.class,
          DecimalMin.class,
          DecimalMax.class,
          Digits.class,
          Size.class,
          DayBounds.class);

  ConstraintChecker {
    for (Annotation constraint : constraints) {
      if (!KNOWN.contains(constraint.annotationType())) {
        throw new IllegalStateException("no such bound: " + constraint);
      }
    }
  }

  static ConstraintChecker of(AnnotatedElement element) {
    String words = NotNull.class.getPackageName();
    return new ConstraintChecker(
        Arrays.stream(element.getAnnotations())
            .filter(
                a -> a instanceof DayBounds || a.annotationType().getPackageName().equals(words))
            .toList());
  }

  /** The most items of a list or an object. */
  int maxItems() {
    return constraints.stream()
        .filter(Size.class::isInstance)
        .map(constraint -> ((Size) constraint).max())
        .findFirst()
        .orElse(DEFAULT_MAX_ITEMS);
  }

  /** Adds the first constraint that the value violates, unless the value could not be read. */
  void check(@Nullable Object value, LocalDate today, String pointer, Violations violations) {
    for (Annotation constraint : constraints) {
      if (constraint instanceof DayBounds days) {
        checkDay(value, days, today, pointer, violations);
      } else if (!holds(constraint, value)) {
        violations.addIfMissing(true, pointer, message(constraint));
      }
    }
  }

  private static void checkDay(
      @Nullable Object value,
      DayBounds days,
      LocalDate today,
      String pointer,
      Violations violations) {
    LocalDate first = LocalDate.parse(days.from());
    LocalDate last = today.plusYears(days.yearsAhead());
    violations.addIf(
        value instanceof LocalDate day && (day.isBefore(first) || day.isAfter(last)),
        pointer,
        "must be from " + first + " to " + last + ". Check the year");
  }

  private static boolean holds(Annotation constraint, @Nullable Object value) {
    if (constraint instanceof NotNull) {
      return value != null;
    }
    if (constraint instanceof NotBlank) {
      return value instanceof String text && !text.isBlank();
    }
    if (constraint instanceof NotEmpty) {
      return value instanceof Collection<?> items && !items.isEmpty();
    }
    if (constraint instanceof Pattern pattern) {
      return !(value instanceof String text) || matches(text, pattern.regexp());
    }
    return !(value instanceof BigDecimal number) || holds(constraint, number);
  }

  private static boolean matches(String text, String pattern) {
    return COMPILED
        .computeIfAbsent(pattern, java.util.regex.Pattern::compile)
        .matcher(text)
        .matches();
  }

  private static boolean holds(Annotation constraint, BigDecimal number) {
    if (constraint instanceof DecimalMin min) {
      int sign = number.compareTo(new BigDecimal(min.value()));
      return sign > 0 || (sign == 0 && min.inclusive());
    }
    if (constraint instanceof DecimalMax max) {
      int sign = number.compareTo(new BigDecimal(max.value()));
      return sign < 0 || (sign == 0 && max.inclusive());
    }
    return !(constraint instanceof Digits digits)
        || (number.scale() <= digits.fraction()
            && (long) number.precision() - number.scale() <= digits.integer());
  }

  private static String message(Annotation constraint) {
    try {
      return (String) constraint.annotationType().getMethod("message").invoke(constraint);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("every constraint has a message", e);
    }
  }
}
