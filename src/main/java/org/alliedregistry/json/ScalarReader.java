package org.alliedregistry.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alliedregistry.problem.CleanText;
import org.alliedregistry.problem.Violations;
import org.jspecify.annotations.Nullable;

/** Reads texts, numbers, dates and codes, and adds a violation for each that is not valid. */
public final class ScalarReader {

  private static final int MAX_TEXT = 4000;
  private static final BigDecimal MAX_AMOUNT = BigDecimal.TEN.pow(15);
  private static final int DECIMALS = 12;
  private static final int WHOLE_DIGITS = 9;
  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  /** Accepts a blank before the offset, because a plus sign in a URL is decoded to a blank. */
  private static final Pattern INSTANT =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:[0-5]\\d(\\.\\d{1,9})?)([Zz]|[+"
              + " -]\\d{2}:\\d{2})");

  private static final Duration MICROSECOND = Duration.of(1, ChronoUnit.MICROS);
  private static final int MILLISECONDS = 3;

  private ScalarReader() {}

  static @Nullable Object read(
      JsonNode node, Class<?> type, String pointer, Violations violations) {
    if (type == String.class) {
      return text(node, pointer, violations);
    }
    if (type == BigDecimal.class) {
      return decimal(node, pointer, violations);
    }
    if (type == Integer.class) {
      return integer(node, pointer, violations);
    }
    if (type == Boolean.class) {
      violations.addIf(!node.isBoolean(), pointer, "must be true or false");
      return node.isBoolean() ? node.booleanValue() : null;
    }
    String text = text(node, pointer, violations);
    if (text == null) {
      return null;
    }
    return type == LocalDate.class
        ? date(text, pointer, violations)
        : code(text, type, pointer, violations);
  }

  private static @Nullable String text(JsonNode node, String pointer, Violations violations) {
    if (!node.isTextual()) {
      violations.add(pointer, "must be a string");
      return null;
    }
    String flaw = CleanText.flaw(node.textValue());
    if (flaw != null) {
      violations.add(pointer, flaw);
      return null;
    }
    String text = CleanText.composed(node.textValue());
    int length = text.codePointCount(0, text.length());
    if (length > MAX_TEXT) {
      violations.add(pointer, "must have at most 4,000 characters, has " + length);
      return null;
    }
    return text;
  }

  private static @Nullable BigDecimal decimal(
      JsonNode node, String pointer, Violations violations) {
    if (!node.isNumber()) {
      violations.add(pointer, "must be a number");
      return null;
    }
    BigDecimal number = node.decimalValue().stripTrailingZeros();
    if (number.abs().compareTo(MAX_AMOUNT) > 0 || number.scale() > DECIMALS) {
      violations.add(pointer, "must be from 0 to 10^15, with at most 12 decimals");
      return null;
    }
    return number;
  }

  private static @Nullable Integer integer(JsonNode node, String pointer, Violations violations) {
    BigDecimal number = node.isNumber() ? node.decimalValue().stripTrailingZeros() : null;
    boolean fits =
        number != null
            && number.scale() <= 0
            && (long) number.precision() - number.scale() <= WHOLE_DIGITS;
    violations.addIf(!fits, pointer, "must be a whole number of at most nine digits");
    return fits ? Objects.requireNonNull(number).intValueExact() : null;
  }

  /** A day in a question. It is between 1900 and 2199, so that days can be added to it. */
  public static @Nullable LocalDate day(String text, String pointer, Violations violations) {
    LocalDate day = date(text, pointer, violations);
    if (day != null && (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY))) {
      violations.add(pointer, "must be from " + FIRST_DAY + " to " + LAST_DAY + ". Check the year");
      return null;
    }
    return day;
  }

  static @Nullable LocalDate date(String text, String pointer, Violations violations) {
    try {
      if (DATE.matcher(text).matches()) {
        return LocalDate.parse(text);
      }
    } catch (DateTimeParseException e) {
      // an impossible day such as 2026-02-30: the violation is added below
    }
    violations.add(pointer, "must be an existing date, such as 2026-01-31");
    return null;
  }

  /**
   * An instant with any offset. Without microseconds it is the last one of its millisecond or
   * second. So a time that a client truncated still includes what the client saw.
   */
  public static @Nullable Instant instant(String text, String pointer, Violations violations) {
    return instant(text, pointer, violations, ScalarReader::last);
  }

  /** An instant with any offset. Without microseconds it is the first one of its second. */
  public static @Nullable Instant firstInstant(String text, String pointer, Violations violations) {
    return instant(text, pointer, violations, (first, decimals) -> first);
  }

  private static @Nullable Instant instant(
      String text,
      String pointer,
      Violations violations,
      BiFunction<Instant, @Nullable String, Instant> rounded) {
    Matcher form = INSTANT.matcher(text);
    try {
      if (form.matches()) {
        String plain = (form.group(1) + form.group(3).replace(' ', '+')).toUpperCase(Locale.ROOT);
        return rounded.apply(OffsetDateTime.parse(plain).toInstant(), form.group(2));
      }
    } catch (DateTimeException e) {
      // an impossible instant such as 2026-01-31T25:00:00Z: the violation is added below
    }
    violations.add(
        pointer,
        "must be an existing instant, such as 2026-01-31T12:00:00Z or 2026-01-31T14:00:00%2B02:00");
    return null;
  }

  /** The last microsecond with the given decimals. */
  private static Instant last(Instant first, @Nullable String decimals) {
    if (decimals == null) {
      return first.plusSeconds(1).minus(MICROSECOND);
    }
    return decimals.length() - 1 <= MILLISECONDS ? first.plusMillis(1).minus(MICROSECOND) : first;
  }

  public static @Nullable Object code(
      String text, Class<?> type, String pointer, Violations violations) {
    List<String> known =
        Arrays.stream(type.getEnumConstants()).map(c -> ((Enum<?>) c).name()).toList();
    int index = known.indexOf(text);
    if (index < 0) {
      violations.addWithHint(pointer, "must be one of " + String.join(", ", known), text, known);
      return null;
    }
    return type.getEnumConstants()[index];
  }
}
