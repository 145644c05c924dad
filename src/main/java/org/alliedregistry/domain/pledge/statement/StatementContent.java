package org.alliedregistry.domain.pledge.statement;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.alliedregistry.domain.quantity.Quantity;
import org.alliedregistry.domain.reference.PlaceOfEmployment;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one statement. Each may be absent.
 *
 * @param wording the size as it was said; it does not change the amount
 * @param conditions codes that must also hold; empty = none added, but it speaks of them; explicit
 *     null = all cleared
 * @param lifts codes of conditions and caveats that no longer apply
 * @param caveats codes of national restrictions on use; explicit null = all cleared
 * @param daysToInPlace days from the order to being in place
 * @param dueOn the day by which all of it is promised to be in place or delivered
 * @param side who speaks; a recipient only of what has come so far
 */
public record StatementContent(
    @Nullable Position position,
    FieldValue<Quantity> amount,
    FieldValue<String> wording,
    FieldValue<Progress> committed,
    FieldValue<Progress> allocated,
    FieldValue<Progress> inPlace,
    FieldValue<SortedSet<String>> conditions,
    SortedSet<String> lifts,
    FieldValue<SortedSet<String>> caveats,
    FieldValue<PlaceOfEmployment> place,
    FieldValue<LocalDate> availableFrom,
    FieldValue<LocalDate> availableUntil,
    FieldValue<Integer> daysToInPlace,
    FieldValue<LocalDate> dueOn,
    Side side) {

  public StatementContent {
    conditions = frozen(conditions);
    lifts = frozen(lifts);
    caveats = frozen(caveats);
  }

  /** A statement without any field. */
  public static StatementContent nothing() {
    return new StatementContent(
        null,
        FieldValue.absent(),
        FieldValue.absent(),
        FieldValue.absent(),
        FieldValue.absent(),
        FieldValue.absent(),
        FieldValue.absent(),
        Collections.emptySortedSet(),
        FieldValue.absent(),
        FieldValue.absent(),
        FieldValue.absent(),
        FieldValue.absent(),
        FieldValue.absent(),
        FieldValue.absent(),
        Side.DONOR);
  }

  /** Sets the named fields to "expressly none" or "expressly not known". */
  public StatementContent clearing(Set<String> names) {
    return new StatementContent(
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
        cleared("daysToInPlace", daysToInPlace, names),
        cleared("dueOn", dueOn, names),
        side);
  }

  private static <T> FieldValue<T> cleared(String name, FieldValue<T> value, Set<String> names) {
    return names.contains(name) ? FieldValue.explicitNull() : value;
  }

  /** The names of the fields that are expressly none or expressly not known. */
  public SortedSet<String> clears() {
    SortedSet<String> names = new TreeSet<>();
    clearable()
        .forEach((name, value) -> addIf(value instanceof FieldValue.ExplicitNull, name, names));
    return names;
  }

  /** The names of the fields that the statement speaks of. */
  public SortedSet<String> speaksOf() {
    SortedSet<String> spoken = new TreeSet<>();
    addIf(position != null, "position", spoken);
    addIf(!lifts.isEmpty(), "lifts", spoken);
    clearable().forEach((name, value) -> addIf(value.isSpoken(), name, spoken));
    return spoken;
  }

  private Map<String, FieldValue<?>> clearable() {
    Map<String, FieldValue<?>> fields = new LinkedHashMap<>();
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
    fields.put("dueOn", dueOn);
    return fields;
  }

  private static void addIf(boolean condition, String name, Set<String> names) {
    if (condition) {
      names.add(name);
    }
  }

  private static FieldValue<SortedSet<String>> frozen(FieldValue<SortedSet<String>> codes) {
    return codes instanceof FieldValue.Present<SortedSet<String>> present
        ? FieldValue.of(frozen(present.value()))
        : codes;
  }

  private static SortedSet<String> frozen(Collection<String> codes) {
    return codes.isEmpty()
        ? Collections.emptySortedSet()
        : Collections.unmodifiableSortedSet(new TreeSet<>(codes));
  }
}
