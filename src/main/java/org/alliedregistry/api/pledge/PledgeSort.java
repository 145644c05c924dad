package org.alliedregistry.api.pledge;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.alliedregistry.domain.pledge.PledgeStatus;
import org.alliedregistry.domain.record.PledgeRecord;
import org.alliedregistry.domain.reference.AsOf;
import org.alliedregistry.http.page.SortOrder;
import org.jspecify.annotations.Nullable;

/**
 * What the list of pledges can be sorted by. Pledges that are equal in it are in the default order:
 * by allies, capability, then age. A pledge without it is last.
 */
enum PledgeSort {
  ALLIES("allies"),
  CAPABILITY("capability"),
  PURPOSE("purpose"),
  TITLE("title"),
  RECORDED_AT("recordedAt"),
  FIRST_SAID_ON("firstSaidOn"),
  LAST_SAID_ON("lastSaidOn"),
  STATUS("status"),
  POSITION("position"),
  RUNG("rung"),
  AVAILABLE_FROM("availableFrom"),
  AVAILABLE_UNTIL("availableUntil");

  static final SortOrder<PledgeSort> DEFAULT = new SortOrder<>(ALLIES, false);

  private final String wireName;

  PledgeSort(String wireName) {
    this.wireName = wireName;
  }

  /** By their names in a query. */
  static Map<String, PledgeSort> byName() {
    Map<String, PledgeSort> byName = new LinkedHashMap<>();
    for (PledgeSort field : values()) {
      byName.put(field.wireName, field);
    }
    return Collections.unmodifiableMap(byName);
  }

  private record Keyed(PledgeRecord record, @Nullable Comparable<?> key) {}

  /**
   * The pledges of a snapshot in an order. In the default order they are read one by one; for every
   * other order the key of each pledge that is kept is computed first.
   *
   * @param kept a filter; in the default order the caller filters
   */
  static Stream<PledgeRecord> sorted(
      SortOrder<PledgeSort> order, PledgeEvaluation evaluation, Predicate<PledgeRecord> kept) {
    Stream<PledgeRecord> ordered = evaluation.registry().pledges().ordered();
    if (order.equals(DEFAULT)) {
      return ordered;
    }
    Comparator<Comparable<?>> ascending = PledgeSort::compare;
    Comparator<Comparable<?>> asked = order.isDescending() ? ascending.reversed() : ascending;
    List<Keyed> keyed =
        ordered
            .filter(kept)
            .map(record -> new Keyed(record, order.field().key(record, evaluation)))
            .sorted(Comparator.comparing(Keyed::key, Comparator.nullsLast(asked)))
            .toList();
    return keyed.stream().map(Keyed::record);
  }

  /** Keys of one field are of one type. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  private static int compare(Comparable<?> one, Comparable<?> other) {
    return ((Comparable) one).compareTo(other);
  }

  private @Nullable Comparable<?> key(PledgeRecord record, PledgeEvaluation evaluation) {
    AsOf view = evaluation.view();
    return switch (this) {
      case ALLIES -> String.join(",", record.pledge().sortedAllies());
      case CAPABILITY -> record.pledge().capability();
      case PURPOSE -> record.pledge().purpose().name();
      case TITLE -> record.pledge().title();
      case RECORDED_AT -> record.versions().first().at();
      case FIRST_SAID_ON -> SaidDays.of(record, view).first();
      case LAST_SAID_ON -> SaidDays.of(record, view).last();
      case STATUS -> PledgeStatus.of(evaluation.stateOf(record), view.validAt());
      case POSITION -> evaluation.stateOf(record).terms().positionOrNull();
      case RUNG -> evaluation.stateOf(record).amounts().highest().orElse(null);
      case AVAILABLE_FROM -> evaluation.stateOf(record).terms().availableFrom().value();
      case AVAILABLE_UNTIL -> evaluation.stateOf(record).terms().availableUntil().value();
    };
  }
}
