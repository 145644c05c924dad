package org.alliedregistry.domain.record;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.alliedregistry.domain.collection.KeyIndex;
import org.alliedregistry.domain.collection.OpeningOrders;
import org.alliedregistry.domain.pledge.Pledge;
import org.jspecify.annotations.Nullable;

/**
 * Finds the pledges of an index by ally, whole and reference, and in the order of lists. Immutable:
 * {@link #with} returns a new index, which shares most with this one.
 *
 * <p>An entry for a whole or a reference stays after a later version of the pledge names another.
 * So a caller compares each pledge that it finds with the present version.
 *
 * @param ordered by the codes of the allies, then capability, then opening order
 * @param byAlly by the code of an ally
 * @param byWhole by the id of the whole that a pledge names
 * @param byReference by the writer and its reference
 */
record PledgeSecondaryIndex(
    OpeningOrders ordered,
    Map<String, OpeningOrders> byAlly,
    KeyIndex byWhole,
    KeyIndex byReference) {

  static final PledgeSecondaryIndex EMPTY =
      new PledgeSecondaryIndex(OpeningOrders.EMPTY, Map.of(), KeyIndex.EMPTY, KeyIndex.EMPTY);

  private static final Comparator<PledgeRecord> ORDER =
      Comparator.comparing(
              (PledgeRecord record) -> String.join(",", record.pledge().sortedAllies()))
          .thenComparing(record -> record.pledge().capability())
          .thenComparing(record -> record.pledgeStatements().openingOrder());

  /**
   * Adds a pledge, or a new version of one.
   *
   * @param records finds a pledge by its opening order, this one among them
   */
  PledgeSecondaryIndex with(PledgeRecord record, boolean isNew, IntFunction<PledgeRecord> records) {
    Pledge pledge = record.pledge();
    int openingOrder = record.pledgeStatements().openingOrder();
    KeyIndex wholes =
        pledge.partOf() == null ? byWhole : byWhole.among(pledge.partOf(), openingOrder);
    String reference = referenceOf(record);
    KeyIndex references =
        reference == null ? byReference : byReference.among(reference, openingOrder);
    if (!isNew) {
      return wholes == byWhole && references == byReference
          ? this
          : new PledgeSecondaryIndex(ordered, byAlly, wholes, references);
    }
    Map<String, OpeningOrders> allies = new HashMap<>(byAlly);
    for (String ally : pledge.allies()) {
      OpeningOrders its = allies.getOrDefault(ally, OpeningOrders.EMPTY);
      allies.put(ally, its.with(openingOrder, Comparator.naturalOrder()));
    }
    Comparator<Integer> order = Comparator.comparing(records::apply, ORDER);
    return new PledgeSecondaryIndex(ordered.with(openingOrder, order), allies, wholes, references);
  }

  /** Keeps the pledges below an opening order. */
  PledgeSecondaryIndex below(int openingOrder) {
    Map<String, OpeningOrders> allies = new HashMap<>();
    byAlly.forEach((ally, orders) -> allies.put(ally, orders.below(openingOrder)));
    return new PledgeSecondaryIndex(ordered.below(openingOrder), allies, byWhole, byReference);
  }

  IntStream ofAlly(String ally) {
    return byAlly.getOrDefault(ally, OpeningOrders.EMPTY).stream();
  }

  /** The key of a pledge's reference among those of all writers; null if it has none. */
  private static @Nullable String referenceOf(PledgeRecord record) {
    String reference = record.pledge().reference();
    return reference == null ? null : key(record.versions().first().recordedBy(), reference);
  }

  /** A reference has no blank. */
  static String key(String writer, String reference) {
    return reference + " " + writer;
  }
}
