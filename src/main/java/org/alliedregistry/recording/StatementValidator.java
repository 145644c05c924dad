package org.alliedregistry.recording;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.alliedregistry.domain.pledge.FieldValue;
import org.alliedregistry.domain.pledge.Position;
import org.alliedregistry.domain.pledge.Progress;
import org.alliedregistry.domain.pledge.StatementContent;
import org.alliedregistry.domain.quantity.Quantity;
import org.alliedregistry.domain.reference.Capability;
import org.alliedregistry.problem.Violations;
import org.jspecify.annotations.Nullable;

/** Holds what a statement says against what is recorded, and reads it for the fold. */
final class StatementValidator {

  private static final int MOST_DAYS = 36_500;

  /** What a refusal or a withdrawal can lift: what is in place is left by it. */
  private static final Set<String> AFTER_AN_END = Set.of("inPlace", "place");

  private final NewStatement body;
  private final @Nullable Capability capability;
  private final Collection<String> conditions;
  private final String at;
  private final Violations violations;

  /**
   * @param capability of the pledge, null where it is not known
   * @param conditions the known codes
   * @param at the pointer to the statement in the body
   */
  StatementValidator(
      NewStatement body,
      @Nullable Capability capability,
      Collection<String> conditions,
      String at,
      Violations violations) {
    this.body = body;
    this.capability = capability;
    this.conditions = conditions;
    this.at = at;
    this.violations = violations;
  }

  /**
   * @param opens whether a pledge begins with it
   * @param caveats the codes said of this pledge before
   */
  StatementContent check(boolean opens, Set<String> caveats) {
    StatementContent says = read();
    checkPosition(says, opens);
    checkCodes(says, caveats);
    LocalDate from = says.availableFrom().valueOrNull();
    LocalDate until = says.availableUntil().valueOrNull();
    violations.addIf(
        from != null && until != null && until.isBefore(from),
        at + "/availableUntil",
        "must not be before availableFrom");
    Integer days = says.daysToInPlace().valueOrNull();
    violations.addIf(
        days != null && (days < 0 || days > MOST_DAYS),
        at + "/daysToInPlace",
        "must be from 0 to " + MOST_DAYS);
    return says;
  }

  private StatementContent read() {
    StatementContent given =
        new StatementContent(
            body.position(),
            said(body.amount() == null ? null : quantity(body.amount(), "/amount")),
            said(body.wording()),
            said(part(body.committed(), "/committed")),
            said(part(body.allocated(), "/allocated")),
            said(part(body.inPlace(), "/inPlace")),
            codes(body.conditions()),
            new TreeSet<>(orEmpty(body.lifts())),
            codes(body.caveats()),
            said(body.place()),
            said(body.availableFrom()),
            said(body.availableUntil()),
            said(body.daysToInPlace()));
    Set<String> spoken = given.speaksOf();
    refuseCleared(spoken::contains, "is given too: a field is given or cleared, not both");
    return given.clearing(body.cleared());
  }

  private void refuseCleared(Predicate<String> wrong, String detail) {
    List<NewStatement.Cleared> clears = orEmpty(body.clears());
    for (int i = 0; i < clears.size(); i++) {
      String name = clears.get(i).name();
      violations.addIf(wrong.test(name), at + "/clears/" + i, name + " " + detail);
    }
  }

  private static <T> FieldValue<T> said(@Nullable T value) {
    return value == null ? FieldValue.absent() : FieldValue.of(value);
  }

  private static FieldValue<SortedSet<String>> codes(@Nullable List<String> codes) {
    return codes == null ? FieldValue.absent() : FieldValue.of(new TreeSet<>(codes));
  }

  private @Nullable Quantity quantity(QuantityBody sent, String field) {
    checkUnit(sent.unit(), field);
    violations.addIfMissing(
        sent.low() == null && sent.high() == null,
        at + field,
        "must have a low, a high or both; leave it out where no number was said");
    return bounds(sent.low(), sent.high(), sent.unit(), field);
  }

  private @Nullable Quantity bounds(
      @Nullable BigDecimal low, @Nullable BigDecimal high, @Nullable String unit, String field) {
    boolean upsideDown = low != null && high != null && low.compareTo(high) > 0;
    violations.addIf(upsideDown, at + field + "/low", "must not be above high");
    boolean sound =
        !upsideDown
            && (low != null || high != null)
            && (low == null || low.signum() >= 0)
            && (high == null || high.signum() >= 0);
    return sound && unit != null ? new Quantity(low, high, unit) : null;
  }

  private @Nullable Progress part(@Nullable ProgressBody sent, String field) {
    if (sent == null) {
      return null;
    }
    boolean counted = sent.low() != null || sent.high() != null;
    if (Boolean.TRUE.equals(sent.all())) {
      violations.addIf(
          counted || sent.unit() != null,
          at + field,
          "must be {\"all\": true} alone, a quantity, or a unit alone");
      return new Progress.All();
    }
    violations.addIfMissing(
        sent.unit() == null,
        at + field,
        "must be {\"all\": true}, a quantity with its unit, or a unit alone");
    checkUnit(sent.unit(), field);
    if (counted) {
      Quantity quantity = bounds(sent.low(), sent.high(), sent.unit(), field);
      return quantity == null ? null : new Progress.Counted(quantity);
    }
    return sent.unit() == null ? null : new Progress.Some(sent.unit());
  }

  private void checkUnit(@Nullable String unit, String field) {
    if (unit != null && capability != null) {
      violations.addIfUnknown(
          unit, "unit of " + capability.code(), capability.units(), at + field + "/unit");
    }
  }

  private void checkPosition(StatementContent says, boolean opens) {
    SortedSet<String> spoken = says.speaksOf();
    Position position = says.position();
    if (body.voids()) {
      refuse(spoken, "must not be said by a statement that voids another");
      return;
    }
    violations.addIfMissing(
        opens && position == null,
        at + "/position",
        "must be given: the first that anybody sees of a pledge says where the ally stands");
    violations.addIf(
        spoken.isEmpty() && !opens && isReadable(),
        at,
        "must say something: a position, an amount or another term; a note alone says nothing");
    if (position != null && position.ends()) {
      spoken.remove("position");
      spoken.removeIf(name -> AFTER_AN_END.contains(name) && body.cleared().contains(name));
      refuse(spoken, "must not be said with " + position);
    }
  }

  /** Whether every field that says something could be read. */
  private boolean isReadable() {
    return Stream.concat(
            Stream.of("position", "lifts", "clears"),
            Arrays.stream(NewStatement.Cleared.values()).map(NewStatement.Cleared::name))
        .noneMatch(name -> violations.isKnownUnder(at + "/" + name));
  }

  /** Refuses what is said of these fields where it is said. */
  private void refuse(SortedSet<String> spoken, String detail) {
    spoken.stream()
        .filter(name -> !body.cleared().contains(name))
        .forEach(name -> violations.add(at + "/" + name, detail));
    refuseCleared(spoken::contains, detail);
  }

  private void checkCodes(StatementContent says, Set<String> caveats) {
    Set<String> named = codesOf(says.conditions());
    for (String code : named) {
      violations.addIfUnknown(
          code,
          "condition",
          conditions,
          at + "/conditions/" + orEmpty(body.conditions()).indexOf(code));
    }
    Set<String> liftable = new TreeSet<>(conditions);
    liftable.addAll(caveats);
    for (String code : says.lifts()) {
      String pointer = at + "/lifts/" + orEmpty(body.lifts()).indexOf(code);
      violations.addIfUnknown(code, "condition, nor a caveat of this pledge", liftable, pointer);
      violations.addIf(
          named.contains(code) || codesOf(says.caveats()).contains(code),
          pointer,
          code + " is added and lifted in one breath");
    }
  }

  private static Set<String> codesOf(FieldValue<SortedSet<String>> statement) {
    return statement instanceof FieldValue.Present<SortedSet<String>> codes
        ? codes.value()
        : Set.of();
  }

  private static <T> List<T> orEmpty(@Nullable List<T> items) {
    return items == null ? List.of() : items;
  }
}
