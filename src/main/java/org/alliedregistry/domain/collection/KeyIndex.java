package org.alliedregistry.domain.collection;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The index of each key in a list to which items are only added. It is a hash trie of indices; the
 * keys themselves are read from the list. Immutable: {@link #with} returns a new index, which
 * shares all but one path with this one.
 */
public final class KeyIndex {

  public static final KeyIndex EMPTY = new KeyIndex(new Object[KeyIndex.WIDTH]);

  private static final int BITS = 5;
  private static final int WIDTH = 1 << BITS;
  private static final int[] NONE = {};

  /** Inner nodes are arrays. A leaf has the indices of all keys with one hash. */
  private final Object[] root;

  private record Leaf(int hash, int[] places) {

    Leaf and(int place) {
      int[] more = Arrays.copyOf(places, places.length + 1);
      more[places.length] = place;
      return new Leaf(hash, more);
    }
  }

  private KeyIndex(Object[] root) {
    this.root = root;
  }

  /** The index of a key; negative if the key has none. */
  public int find(String key, IntFunction<String> keys) {
    for (int place : candidates(key)) {
      if (keys.apply(place).equals(key)) {
        return place;
      }
    }
    return -1;
  }

  /** The indices of all keys that have the hash of this key. */
  private int[] candidates(String key) {
    int hash = key.hashCode();
    Object node = root;
    for (int shift = 0; node instanceof Object[] inner; shift += BITS) {
      node = inner[branch(hash, shift)];
    }
    return node instanceof Leaf leaf && leaf.hash() == hash ? leaf.places() : NONE;
  }

  /**
   * The indices that a key may have, in order, for a list in which a key occurs more than once.
   * Some may belong to another key with the same hash.
   */
  public IntStream of(String key) {
    return Arrays.stream(candidates(key)).sorted();
  }

  /** Adds an index of a key, unless the key has it already. */
  public KeyIndex among(String key, int place) {
    return Arrays.stream(candidates(key)).anyMatch(known -> known == place)
        ? this
        : with(key, place);
  }

  /** Adds the index of a key that had none. */
  public KeyIndex with(String key, int place) {
    return new KeyIndex(with(root, 0, new Leaf(key.hashCode(), new int[] {place})));
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
