package org.alliedregistry.pledge.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.alliedregistry.pledge.Part;
import org.alliedregistry.pledge.Position;
import org.alliedregistry.pledge.Said;
import org.alliedregistry.pledge.Says;
import org.alliedregistry.problem.Faults;
import org.alliedregistry.quantity.Quantity;
import org.alliedregistry.reference.Capability;
import org.jspecify.annotations.Nullable;

/** Holds what a statement says against what is recorded, and reads it for the fold. */
final class StatementCheck {

  private static final int MOST_DAYS = 36_500;

  private final NewStatement body;
  private final @Nullable Capability capability;
  private final Collection<String> conditions;
  private final String at;
  private final Faults faults;

  /**
   * @param capability of the pledge, null where it is not known
   * @param conditions the known codes
   * @param at the pointer to the statement in the body
   */
  StatementCheck(
      NewStatement body,
      @Nullable Capability capability,
      Collection<String> conditions,
      String at,
      Faults faults) {
    this.body = body;
    this.capability = capability;
    this.conditions = conditions;
    this.at = at;
    this.faults = faults;
  }

  /**
   * @param opens whether a pledge begins with it
   * @param caveats the codes said of this pledge before
   */
  Says check(boolean opens, Set<String> caveats) {
    Says says = read();
    checkPosition(says, opens);
    checkCodes(says, caveats);
    LocalDate from = says.availableFrom().valueOrNull();
    LocalDate until = says.availableUntil().valueOrNull();
    faults.addIf(
        from != null && until != null && until.isBefore(from),
        at + "/availableUntil",
        "must not be before availableFrom");
    Integer days = says.daysToInPlace().valueOrNull();
    faults.addIf(
        days != null && (days < 0 || days > MOST_DAYS),
        at + "/daysToInPlace",
        "must be from 0 to " + MOST_DAYS);
    return says;
  }

  private Says read() {
    return new Says(
        body.position() == null ? null : body.position().orElse(null),
        said(body.amount(), sent -> quantity(sent, "/amount")),
        said(body.wording(), sent -> sent),
        said(body.committed(), sent -> part(sent, "/committed")),
        said(body.allocated(), sent -> part(sent, "/allocated")),
        said(body.inPlace(), sent -> part(sent, "/inPlace")),
        set(body.conditions()),
        new TreeSet<>(body.lifts() == null ? List.of() : body.lifts()),
        set(body.caveats()),
        said(body.place(), sent -> sent),
        said(body.availableFrom(), sent -> sent),
        said(body.availableUntil(), sent -> sent),
        said(body.daysToInPlace(), sent -> sent));
  }

  private static <S, T> Said<T> said(
      @Nullable Optional<S> sent, java.util.function.Function<S, @Nullable T> read) {
    if (sent == null) {
      return Said.silence();
    }
    T value = sent.isEmpty() ? null : read.apply(sent.get());
    return value == null ? Said.none() : Said.of(value);
  }

  private static @Nullable SortedSet<String> set(@Nullable Optional<List<String>> codes) {
    return codes == null ? null : new TreeSet<>(codes.orElse(List.of()));
  }

  private @Nullable Quantity quantity(QuantityBody sent, String field) {
    checkUnit(sent.unit(), field);
    faults.addIfMissing(
        sent.low() == null && sent.high() == null,
        at + field,
        "must have a low, a high or both; null says that no number is given");
    return bounds(sent.low(), sent.high(), sent.unit(), field);
  }

  private @Nullable Quantity bounds(
      @Nullable BigDecimal low, @Nullable BigDecimal high, @Nullable String unit, String field) {
    boolean upsideDown = low != null && high != null && low.compareTo(high) > 0;
    faults.addIf(upsideDown, at + field + "/low", "must not be above high");
    boolean sound =
        !upsideDown
            && (low != null || high != null)
            && (low == null || low.signum() >= 0)
            && (high == null || high.signum() >= 0);
    return sound && unit != null ? new Quantity(low, high, unit) : null;
  }

  private @Nullable Part part(PartBody sent, String field) {
    boolean counted = sent.low() != null || sent.high() != null;
    if (Boolean.TRUE.equals(sent.all())) {
      faults.addIf(
          counted || sent.unit() != null,
          at + field,
          "must be {\"all\": true} alone, a quantity, or a unit alone");
      return new Part.All();
    }
    faults.addIfMissing(
        sent.unit() == null,
        at + field,
        "must be {\"all\": true}, a quantity with its unit, or a unit alone");
    checkUnit(sent.unit(), field);
    if (counted) {
      Quantity quantity = bounds(sent.low(), sent.high(), sent.unit(), field);
      return quantity == null ? null : new Part.Counted(quantity);
    }
    return sent.unit() == null ? null : new Part.Some(sent.unit());
  }

  private void checkUnit(@Nullable String unit, String field) {
    if (unit != null && capability != null) {
      faults.addIfUnknown(
          unit, "unit of " + capability.code(), capability.units(), at + field + "/unit");
    }
  }

  private void checkPosition(Says says, boolean opens) {
    Set<String> spoken = new HashSet<>(says.speaksOf());
    Position position = says.position();
    faults.addIfMissing(
        body.position() != null && position == null,
        at + "/position",
        "must not be null; leave it out to say nothing of it");
    if (body.voids()) {
      spoken.forEach(
          field ->
              faults.add(at + "/" + field, "must not be said by a statement that voids another"));
      return;
    }
    faults.addIf(
        opens && body.position() == null,
        at + "/position",
        "must be given: the first that anybody sees of a pledge says where the ally stands");
    faults.addIf(
        spoken.isEmpty() && !opens,
        at,
        "must say something: a position, an amount or another term; a note alone says nothing");
    if (position != null && position.ends()) {
      spoken.remove("position");
      spoken.stream()
          .sorted()
          .forEach(field -> faults.add(at + "/" + field, "must not be said with " + position));
    }
  }

  private void checkCodes(Says says, Set<String> caveats) {
    SortedSet<String> named = says.conditions() == null ? new TreeSet<>() : says.conditions();
    for (String code : named) {
      faults.addIfUnknown(
          code, "condition", conditions, at + "/conditions/" + index(body.conditions(), code));
    }
    Set<String> liftable = new TreeSet<>(conditions);
    liftable.addAll(caveats);
    for (String code : says.lifts()) {
      String pointer = at + "/lifts/" + Objects.requireNonNull(body.lifts()).indexOf(code);
      faults.addIfUnknown(code, "condition, nor a caveat of this pledge", liftable, pointer);
      faults.addIf(
          named.contains(code) || (says.caveats() != null && says.caveats().contains(code)),
          pointer,
          code + " is added and lifted in one breath");
    }
  }

  private static int index(@Nullable Optional<List<String>> codes, String code) {
    return codes == null ? -1 : codes.orElse(List.of()).indexOf(code);
  }
}
