package org.alliedregistry.pledge;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.alliedregistry.quantity.Quantity;
import org.alliedregistry.reference.Place;
import org.jspecify.annotations.Nullable;

/**
 * What one statement says; each field may be silence.
 *
 * @param wording the size as it was said; it leaves the amount as it is
 * @param conditions codes that must also hold; empty = expressly none added; none = all lifted
 * @param lifts codes of conditions and caveats that no longer apply
 * @param caveats codes of national restrictions on use; none = all lifted
 * @param daysToInPlace days from the order to being in place
 */
public record Says(
    @Nullable Position position,
    Said<Quantity> amount,
    Said<String> wording,
    Said<Part> committed,
    Said<Part> allocated,
    Said<Part> inPlace,
    Said<SortedSet<String>> conditions,
    SortedSet<String> lifts,
    Said<SortedSet<String>> caveats,
    Said<Place> place,
    Said<LocalDate> availableFrom,
    Said<LocalDate> availableUntil,
    Said<Integer> daysToInPlace) {

  public Says {
    conditions = frozen(conditions);
    lifts = frozen(lifts);
    caveats = frozen(caveats);
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
        Said.silence(),
        Collections.emptySortedSet(),
        Said.silence(),
        Said.silence(),
        Said.silence(),
        Said.silence(),
        Said.silence());
  }

  /** The same, with those fields lifted expressly. */
  public Says clearing(Set<String> names) {
    return new Says(
        position,
        cleared("amount", amount, names),
        cleared("wording", wording, names),
        cleared("committed", committed, names),
        cleared("allocated", allocated, names),
        cleared("inPlace", inPlace, names),
        cleared("conditions", conditions, names),
        lifts,
        cleared("caveats", caveats, names),
        cleared("place", place, names),
        cleared("availableFrom", availableFrom, names),
        cleared("availableUntil", availableUntil, names),
        cleared("daysToInPlace", daysToInPlace, names));
  }

  private static <T> Said<T> cleared(String name, Said<T> said, Set<String> names) {
    return names.contains(name) ? Said.none() : said;
  }

  /** The names of the fields of which "expressly none" or "expressly not known" is said. */
  public SortedSet<String> clears() {
    SortedSet<String> names = new TreeSet<>();
    clearable().forEach((name, said) -> note(names, name, said instanceof Said.None));
    return names;
  }

  /** The names of the fields it speaks of. */
  public SortedSet<String> speaksOf() {
    SortedSet<String> spoken = new TreeSet<>();
    note(spoken, "position", position != null);
    note(spoken, "lifts", !lifts.isEmpty());
    clearable().forEach((name, said) -> note(spoken, name, said.isSpoken()));
    return spoken;
  }

  private Map<String, Said<?>> clearable() {
    Map<String, Said<?>> fields = new LinkedHashMap<>();
    fields.put("amount", amount);
    fields.put("wording", wording);
    fields.put("committed", committed);
    fields.put("allocated", allocated);
    fields.put("inPlace", inPlace);
    fields.put("conditions", conditions);
    fields.put("caveats", caveats);
    fields.put("place", place);
    fields.put("availableFrom", availableFrom);
    fields.put("availableUntil", availableUntil);
    fields.put("daysToInPlace", daysToInPlace);
    return fields;
  }

  private static void note(Set<String> names, String name, boolean holds) {
    if (holds) {
      names.add(name);
    }
  }

  private static Said<SortedSet<String>> frozen(Said<SortedSet<String>> codes) {
    return codes instanceof Said.Value<SortedSet<String>> said
        ? Said.of(frozen(said.value()))
        : codes;
  }

  private static SortedSet<String> frozen(Collection<String> codes) {
    return codes.isEmpty()
        ? Collections.emptySortedSet()
        : Collections.unmodifiableSortedSet(new TreeSet<>(codes));
  }
}
