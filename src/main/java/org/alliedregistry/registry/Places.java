package org.alliedregistry.registry;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Where each key is in a list that is only added to: a hash trie of places, which asks the list for
 * the keys. Immutable: {@link #with} answers the next one, which shares all but one path with this.
 */
final class Places {

  static final Places EMPTY = new Places(new Object[Places.WIDTH]);

  private static final int BITS = 5;
  private static final int WIDTH = 1 << BITS;

  /** Inner nodes are arrays; a leaf has the places of all keys of one hash. */
  private final Object[] root;

  private record Leaf(int hash, int[] places) {

    Leaf and(int place) {
      int[] more = Arrays.copyOf(places, places.length + 1);
      more[places.length] = place;
      return new Leaf(hash, more);
    }
  }

  private Places(Object[] root) {
    this.root = root;
  }

  /** The place of a key, negative where it has none. */
  int find(String key, IntFunction<String> keys) {
    int hash = key.hashCode();
    Object node = root;
    for (int shift = 0; node instanceof Object[] inner; shift += BITS) {
      node = inner[branch(hash, shift)];
    }
    if (node instanceof Leaf leaf && leaf.hash() == hash) {
      for (int place : leaf.places()) {
        if (keys.apply(place).equals(key)) {
          return place;
        }
      }
    }
    return -1;
  }

  /** With the place of a key that had none. */
  Places with(String key, int place) {
    return new Places(with(root, 0, new Leaf(key.hashCode(), new int[] {place})));
  }

  private static Object[] with(Object[] inner, int shift, Leaf leaf) {
    Object[] next = inner.clone();
    int branch = branch(leaf.hash(), shift);
    next[branch] = grown(next[branch], shift + BITS, leaf);
    return next;
  }

  private static Object grown(@Nullable Object node, int shift, Leaf leaf) {
    if (node == null) {
      return leaf;
    }
    if (node instanceof Leaf other) {
      return other.hash() == leaf.hash()
          ? other.and(leaf.places()[0])
          : with(with(new Object[WIDTH], shift, other), shift, leaf);
    }
    return with((Object[]) node, shift, leaf);
  }

  private static int branch(int hash, int shift) {
    return (hash >>> shift) & (WIDTH - 1);
  }
}
