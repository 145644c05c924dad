package org.alliedregistry.domain.collection;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Where each key is in a list that is only added to: a hash trie of places, which asks the list for
 * the keys. Immutable: {@link #with} answers the next one, which shares all but one path with this.
 */
public final class KeyIndex {

  public static final KeyIndex EMPTY = new KeyIndex(new Object[KeyIndex.WIDTH]);

  private static final int BITS = 5;
  private static final int WIDTH = 1 << BITS;
  private static final int[] NONE = {};

  /** Inner nodes are arrays; a leaf has the places of all keys of one hash. */
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

  /** The place of a key, negative where it has none. */
  public int find(String key, IntFunction<String> keys) {
    for (int place : candidates(key)) {
      if (keys.apply(place).equals(key)) {
        return place;
      }
    }
    return -1;
  }

  /** The places of all keys that have the hash of this one. */
  private int[] candidates(String key) {
    int hash = key.hashCode();
    Object node = root;
    for (int shift = 0; node instanceof Object[] inner; shift += BITS) {
      node = inner[branch(hash, shift)];
    }
    return node instanceof Leaf leaf && leaf.hash() == hash ? leaf.places() : NONE;
  }

  /** The places that may be those of a key, where several have one; in order, some of others. */
  public IntStream of(String key) {
    return Arrays.stream(candidates(key)).sorted();
  }

  /** With one more place of a key, unless it is one already. */
  public KeyIndex among(String key, int place) {
    return Arrays.stream(candidates(key)).anyMatch(known -> known == place)
        ? this
        : with(key, place);
  }

  /** With the place of a key that had none. */
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
