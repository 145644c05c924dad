package org.alliedregistry.domain.pledge;

import org.jspecify.annotations.Nullable;

/** What a statement says of one field: nothing at all, expressly none or not known, or a value. */
public sealed interface FieldValue<T> {

  /** The field is not spoken of; silence changes nothing. */
  record Silence<T>() implements FieldValue<T> {
    private static final Silence<?> OF_ANYTHING = new Silence<>();
  }

  /** Expressly none, or expressly not known. */
  record None<T>() implements FieldValue<T> {}

  /** The value said. */
  record Value<T>(T value) implements FieldValue<T> {}

  /** One for all: most fields of most statements are silent. */
  @SuppressWarnings("unchecked")
  static <T> FieldValue<T> silence() {
    return (FieldValue<T>) Silence.OF_ANYTHING;
  }

  static <T> FieldValue<T> none() {
    return new None<>();
  }

  static <T> FieldValue<T> of(T value) {
    return new Value<>(value);
  }

  default boolean isSpoken() {
    return !(this instanceof Silence<T>);
  }

  /** The value, or null for silence and for none. */
  default @Nullable T valueOrNull() {
    return this instanceof Value<T> said ? said.value() : null;
  }
}
