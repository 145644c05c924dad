package org.alliedregistry.pledge;

import org.jspecify.annotations.Nullable;

/** What a statement says of one field: nothing at all, expressly none or not known, or a value. */
public sealed interface Said<T> {

  /** The field is not spoken of; silence changes nothing. */
  record Silence<T>() implements Said<T> {
    private static final Silence<?> OF_ANYTHING = new Silence<>();
  }

  /** Expressly none, or expressly not known. */
  record None<T>() implements Said<T> {}

  /** The value said. */
  record Value<T>(T value) implements Said<T> {}

  /** One for all: most fields of most statements are silent. */
  @SuppressWarnings("unchecked")
  static <T> Said<T> silence() {
    return (Said<T>) Silence.OF_ANYTHING;
  }

  static <T> Said<T> none() {
    return new None<>();
  }

  static <T> Said<T> of(T value) {
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
