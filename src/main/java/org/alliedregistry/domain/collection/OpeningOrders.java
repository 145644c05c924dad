package org.alliedregistry.domain.collection;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The opening orders of pledges, sorted by a given order. A pledge's opening order is the number of
 * pledges opened before it. Immutable: {@link #with} returns a new list, which shares all but one
 * chunk with this one.
 */
public final class OpeningOrders {

  public static final OpeningOrders EMPTY = new OpeningOrders(new int[0][]);

  private static final int CHUNK = 512;

  private final int[][] chunks;

  private OpeningOrders(int[][] chunks) {
    this.chunks = chunks;
  }

  /** The opening orders, sorted. */
  public IntStream stream() {
    return Stream.of(chunks).flatMapToInt(Arrays::stream);
  }

  /** Adds an opening order after all that are not greater by the order given. */
  public OpeningOrders with(int openingOrder, Comparator<Integer> order) {
    int number = chunkOf(openingOrder, order);
    int[] before = number < chunks.length ? chunks[number] : new int[0];
    int[] grown = insert(before, place(before, openingOrder, order), openingOrder);
    boolean splits = grown.length > CHUNK;
    int[][] next = new int[Math.max(chunks.length, number + 1) + (splits ? 1 : 0)][];
    System.arraycopy(chunks, 0, next, 0, number);
    next[number] = splits ? Arrays.copyOf(grown, CHUNK / 2) : grown;
    if (splits) {
      next[number + 1] = Arrays.copyOfRange(grown, CHUNK / 2, grown.length);
    }
    int rest = Math.max(0, chunks.length - number - 1);
    System.arraycopy(chunks, chunks.length - rest, next, next.length - rest, rest);
    return new OpeningOrders(next);
  }

  /** The opening orders below a number. */
  public OpeningOrders below(int openingOrder) {
    int[][] below =
        Stream.of(chunks)
            .map(chunk -> Arrays.stream(chunk).filter(each -> each < openingOrder).toArray())
            .filter(chunk -> chunk.length > 0)
            .toArray(int[][]::new);
    return new OpeningOrders(below);
  }

  /** The last chunk whose first item is not greater. */
  private int chunkOf(int openingOrder, Comparator<Integer> order) {
    int from = 0;
    int to = chunks.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (order.compare(chunks[middle][0], openingOrder) <= 0) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return Math.max(0, from - 1);
  }

  private static int place(int[] chunk, int openingOrder, Comparator<Integer> order) {
    int from = 0;
    int to = chunk.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (order.compare(chunk[middle], openingOrder) <= 0) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  private static int[] insert(int[] chunk, int place, int openingOrder) {
    int[] grown = new int[chunk.length + 1];
    System.arraycopy(chunk, 0, grown, 0, place);
    grown[place] = openingOrder;
    System.arraycopy(chunk, place, grown, place + 1, chunk.length - place);
    return grown;
  }
}
