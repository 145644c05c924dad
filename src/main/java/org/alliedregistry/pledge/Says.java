package org.alliedregistry.pledge;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.alliedregistry.quantity.Quantity;
import org.alliedregistry.reference.Place;
import org.jspecify.annotations.Nullable;

/**
 * What one statement says; each field may be silence.
 *
 * @param wording the size as it was said, where no number was
 * @param conditions codes that must also hold; empty = expressly none added; null = silence
 * @param lifts codes of conditions and caveats that no longer apply
 * @param caveats codes of national restrictions on use; null = silence
 * @param daysToInPlace days from the order to being in place
 */
public record Says(
    @Nullable Position position,
    Said<Quantity> amount,
    Said<String> wording,
    Said<Part> committed,
    Said<Part> allocated,
    Said<Part> inPlace,
    @Nullable SortedSet<String> conditions,
    SortedSet<String> lifts,
    @Nullable SortedSet<String> caveats,
    Said<Place> place,
    Said<LocalDate> availableFrom,
    Said<LocalDate> availableUntil,
    Said<Integer> daysToInPlace) {

  public Says {
    conditions = conditions == null ? null : frozen(conditions);
    lifts = frozen(lifts);
    caveats = caveats == null ? null : frozen(caveats);
  }

  /** A statement that is silent on everything. */
  public static Says nothing() {
    return new Says(
        null,
        Said.silence(),
        Said.silence(),
        Said.silence(),
        Said.silence(),
        Said.silence(),
        null,
        Collections.emptySortedSet(),
        null,
        Said.silence(),
        Said.silence(),
        Said.silence(),
        Said.silence());
  }

  /** The names of the fields it speaks of, in the order of the record. */
  public Set<String> speaksOf() {
    Set<String> spoken = new java.util.LinkedHashSet<>();
    note(spoken, "position", position != null);
    note(spoken, "amount", amount.isSpoken());
    note(spoken, "wording", wording.isSpoken());
    note(spoken, "committed", committed.isSpoken());
    note(spoken, "allocated", allocated.isSpoken());
    note(spoken, "inPlace", inPlace.isSpoken());
    note(spoken, "conditions", conditions != null);
    note(spoken, "lifts", !lifts.isEmpty());
    note(spoken, "caveats", caveats != null);
    note(spoken, "place", place.isSpoken());
    note(spoken, "availableFrom", availableFrom.isSpoken());
    note(spoken, "availableUntil", availableUntil.isSpoken());
    note(spoken, "daysToInPlace", daysToInPlace.isSpoken());
    return spoken;
  }

  private static void note(Set<String> spoken, String field, boolean speaks) {
    if (speaks) {
      spoken.add(field);
    }
  }

  private static SortedSet<String> frozen(Collection<String> codes) {
    return codes.isEmpty()
        ? Collections.emptySortedSet()
        : Collections.unmodifiableSortedSet(new TreeSet<>(codes));
  }
}
