package org.alliedregistry.domain.pledge.statement;

import org.jspecify.annotations.Nullable;

/** The value of one field of a statement: absent, expressly none or not known, or present. */
public sealed interface FieldValue<T> {

  /** The statement does not speak of the field, and so changes nothing. */
  record Absent<T>() implements FieldValue<T> {
    private static final Absent<?> OF_ANYTHING = new Absent<>();
  }

  /** The statement says expressly that there is none, or that it is not known. */
  record ExplicitNull<T>() implements FieldValue<T> {}

  /** A stated value. */
  record Present<T>(T value) implements FieldValue<T> {}

  /** One shared instance, because most fields of most statements are absent. */
  @SuppressWarnings("unchecked")
  static <T> FieldValue<T> absent() {
    return (FieldValue<T>) Absent.OF_ANYTHING;
  }

  static <T> FieldValue<T> explicitNull() {
    return new ExplicitNull<>();
  }

  static <T> FieldValue<T> of(T value) {
    return new Present<>(value);
  }

  default boolean isSpoken() {
    return !(this instanceof Absent<T>);
  }

  /** The value if it is present, else null. */
  default @Nullable T valueOrNull() {
    return this instanceof Present<T> present ? present.value() : null;
  }
}
