package org.alliedregistry.domain.pledge;

import org.jspecify.annotations.Nullable;

/** What a statement says of one field: nothing at all, expressly none or not known, or a value. */
public sealed interface FieldValue<T> {

  /** The field is not spoken of; silence changes nothing. */
  record Absent<T>() implements FieldValue<T> {
    private static final Absent<?> OF_ANYTHING = new Absent<>();
  }

  /** Expressly none, or expressly not known. */
  record ExplicitNull<T>() implements FieldValue<T> {}

  /** The value said. */
  record Present<T>(T value) implements FieldValue<T> {}

  /** One for all: most fields of most statements are silent. */
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

  /** The value, or null for silence and for none. */
  default @Nullable T valueOrNull() {
    return this instanceof Present<T> statement ? statement.value() : null;
  }
}
