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
 * Where the pledges of an index are in the order of lists, and which name a whole, an ally or a
 * reference. Immutable: {@link #with} answers the next one, which shares most with this.
 *
 * <p>What a version says of whole and reference stays known after the next one says otherwise:
 * whoever looks a pledge up holds it against what it is now.
 *
 * @param ordered by the codes of the allies, then capability, then age
 * @param byAlly of each ally, the oldest first
 * @param byWhole those that name a whole
 * @param byReference those that have a reference of a writer
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
   * With a file, new or in another version.
   *
   * @param files the file of each age, this one among them
   */
  PledgeSecondaryIndex with(PledgeRecord record, boolean isNew, IntFunction<PledgeRecord> files) {
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
    Comparator<Integer> order = Comparator.comparing(files::apply, ORDER);
    return new PledgeSecondaryIndex(ordered.with(openingOrder, order), allies, wholes, references);
  }

  /** Those of the pledges below an age. */
  PledgeSecondaryIndex below(int openingOrder) {
    Map<String, OpeningOrders> allies = new HashMap<>();
    byAlly.forEach((ally, ages) -> allies.put(ally, ages.below(openingOrder)));
    return new PledgeSecondaryIndex(ordered.below(openingOrder), allies, byWhole, byReference);
  }

  IntStream ofAlly(String ally) {
    return byAlly.getOrDefault(ally, OpeningOrders.EMPTY).stream();
  }

  /** The key of a reference among those of all writers, null where it has none. */
  private static @Nullable String referenceOf(PledgeRecord record) {
    String reference = record.pledge().reference();
    return reference == null ? null : key(record.versions().first().recordedBy(), reference);
  }

  /** A reference has no blank. */
  static String key(String writer, String reference) {
    return reference + " " + writer;
  }
}
