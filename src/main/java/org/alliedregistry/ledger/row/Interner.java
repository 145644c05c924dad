package org.alliedregistry.ledger.row;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Equal values that are read one after the other become one object: a ledger names the same allies,
 * units, speakers and days again and again. It forgets, so it is small whatever is read.
 */
final class Interner<T> {

  private static final int SIZE = 1 << 14;

  private final AtomicReferenceArray<T> recent = new AtomicReferenceArray<>(SIZE);

  /** The value, or one that is equal to it. */
  T one(T value) {
    int hash = value.hashCode();
    int place = (hash ^ (hash >>> 14)) & (SIZE - 1);
    T known = recent.get(place);
    if (value.equals(known)) {
      return known;
    }
    recent.set(place, value);
    return value;
  }
}
