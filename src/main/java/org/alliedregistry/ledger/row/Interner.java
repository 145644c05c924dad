package org.alliedregistry.ledger.row;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Replaces equal values by one object, because a ledger repeats the same allies, units, speakers
 * and days. It keeps only recent values, so it stays small.
 */
final class Interner<T> {

  private static final int SIZE = 1 << 14;

  private final AtomicReferenceArray<T> recent = new AtomicReferenceArray<>(SIZE);

  /** The value, or an equal one that is known already. */
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
