package org.alliedregistry.problem;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads texts, numbers, dates and codes, and says what each should have been. */
final class Scalars {

  private static final int MAX_TEXT = 4000;
  private static final BigDecimal MOST = BigDecimal.TEN.pow(15);
  private static final int DECIMALS = 3;
  private static final int WHOLE_DIGITS = 9;
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private static final Pattern INSTANT =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:[0-5]\\d(\\.\\d{1,9})?Z");

  private Scalars() {}

  static @Nullable Object read(JsonNode node, Class<?> type, String pointer, Faults faults) {
    if (type == String.class) {
      return text(node, pointer, faults);
    }
    if (type == BigDecimal.class) {
      return decimal(node, pointer, faults);
    }
    if (type == Integer.class) {
      return integer(node, pointer, faults);
    }
    if (type == Boolean.class) {
      faults.addIf(!node.isBoolean(), pointer, "must be true or false");
      return node.isBoolean() ? node.booleanValue() : null;
    }
    String text = text(node, pointer, faults);
    if (text == null) {
      return null;
    }
    return type == LocalDate.class
        ? date(text, pointer, faults)
        : code(text, type, pointer, faults);
  }

  private static @Nullable String text(JsonNode node, String pointer, Faults faults) {
    if (!node.isTextual()) {
      faults.add(pointer, "must be a text");
      return null;
    }
    String text = node.textValue();
    int length = text.codePointCount(0, text.length());
    if (length > MAX_TEXT) {
      faults.add(pointer, "must have at most 4,000 characters, has " + length);
      return null;
    }
    if (!isSound(text)) {
      faults.add(pointer, "must not contain control characters or broken Unicode");
      return null;
    }
    return text;
  }

  /**
   * No NUL and no other control character but line breaks and tabs; no half of a surrogate pair.
   */
  static boolean isSound(String text) {
    return text.codePoints()
        .noneMatch(
            c ->
                (c < ' ' && c != '\n' && c != '\r' && c != '\t')
                    || c == 0x7f
                    || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
  }

  private static @Nullable BigDecimal decimal(JsonNode node, String pointer, Faults faults) {
    if (!node.isNumber()) {
      faults.add(pointer, "must be a number");
      return null;
    }
    BigDecimal number = node.decimalValue().stripTrailingZeros();
    if (number.abs().compareTo(MOST) > 0 || number.scale() > DECIMALS) {
      faults.add(pointer, "must be from 0 to 10^15, with at most 3 decimals");
      return null;
    }
    return number;
  }

  private static @Nullable Integer integer(JsonNode node, String pointer, Faults faults) {
    BigDecimal number = node.isNumber() ? node.decimalValue().stripTrailingZeros() : null;
    boolean fits =
        number != null
            && number.scale() <= 0
            && (long) number.precision() - number.scale() <= WHOLE_DIGITS;
    faults.addIf(!fits, pointer, "must be a whole number of at most nine digits");
    return fits ? Objects.requireNonNull(number).intValueExact() : null;
  }

  static @Nullable LocalDate date(String text, String pointer, Faults faults) {
    try {
      if (DATE.matcher(text).matches()) {
        return LocalDate.parse(text);
      }
    } catch (DateTimeParseException e) {
      // an impossible day, as 2026-02-30: said below
    }
    faults.add(pointer, "must be a date that exists, as 2026-01-31");
    return null;
  }

  static @Nullable Instant instant(String text, String pointer, Faults faults) {
    try {
      if (INSTANT.matcher(text).matches()) {
        return Instant.parse(text);
      }
    } catch (DateTimeParseException e) {
      // an impossible instant, as 2026-01-31T25:00:00Z: said below
    }
    faults.add(pointer, "must be an instant in UTC that exists, as 2026-01-31T12:00:00Z");
    return null;
  }

  static @Nullable Object code(String text, Class<?> type, String pointer, Faults faults) {
    List<String> known =
        Arrays.stream(type.getEnumConstants()).map(c -> ((Enum<?>) c).name()).toList();
    int index = known.indexOf(text);
    if (index < 0) {
      faults.add(pointer, "must be one of " + String.join(", ", known) + Nearest.hint(text, known));
      return null;
    }
    return type.getEnumConstants()[index];
  }
}
