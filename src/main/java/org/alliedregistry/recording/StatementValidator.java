package org.alliedregistry.recording;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.alliedregistry.domain.pledge.statement.FieldValue;
import org.alliedregistry.domain.pledge.statement.Position;
import org.alliedregistry.domain.pledge.statement.Side;
import org.alliedregistry.domain.pledge.statement.StatementContent;
import org.alliedregistry.domain.reference.Capability;
import org.alliedregistry.problem.Violations;
import org.jspecify.annotations.Nullable;

/** Checks the content of a statement against the record, and reads it. */
final class StatementValidator {

  private static final int MAX_DAYS = 36_500;

  /** The maximum of different caveats over all statements on a pledge. */
  private static final int MAX_CAVEATS = 100;

  /** The fields that a refusal or a withdrawal can clear, because it leaves what is in place. */
  private static final Set<String> CLEARABLE_AFTER_ENDING = Set.of("inPlace", "place");

  private static final Set<String> SAID_BY_RECIPIENT = Set.of("committed", "allocated", "inPlace");

  private final NewStatement body;
  private final @Nullable Capability capability;
  private final Collection<String> conditions;
  private final String at;
  private final Violations violations;

  /**
   * @param capability the capability of the pledge; null if it is unknown
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
   * @param opens whether it is the first statement of a pledge that some audience sees
   * @param caveats the codes of caveats that were stated on this pledge before
   */
  StatementContent check(boolean opens, Set<String> caveats) {
    StatementContent content = read();
    checkPosition(content, opens);
    checkSide(content, opens);
    checkCodes(content, caveats);
    LocalDate from = content.availableFrom().valueOrNull();
    LocalDate until = content.availableUntil().valueOrNull();
    violations.addIf(
        from != null && until != null && until.isBefore(from),
        at + "/availableUntil",
        "must not be before availableFrom");
    Integer days = content.daysToInPlace().valueOrNull();
    violations.addIf(
        days != null && (days < 0 || days > MAX_DAYS),
        at + "/daysToInPlace",
        "must be from 0 to " + MAX_DAYS);
    return content;
  }

  private StatementContent read() {
    StatedAmounts amounts = new StatedAmounts(capability, violations);
    StatementContent given =
        new StatementContent(
            body.position(),
            field(amounts.quantity(body.amount(), at + "/amount")),
            field(body.wording()),
            field(amounts.progress(body.committed(), at + "/committed")),
            field(amounts.progress(body.allocated(), at + "/allocated")),
            field(amounts.progress(body.inPlace(), at + "/inPlace")),
            codes(body.conditions()),
            new TreeSet<>(orEmpty(body.lifts())),
            codes(body.caveats()),
            field(body.place()),
            field(body.availableFrom()),
            field(body.availableUntil()),
            field(body.daysToInPlace()),
            field(body.dueOn()),
            body.side() == null ? Side.DONOR : body.side());
    Set<String> spoken = given.speaksOf();
    refuseCleared(
        spoken::contains, "also has a value. Send the value or clear the field, not both");
    return given.clearing(body.cleared());
  }

  private void refuseCleared(Predicate<String> isWrong, String detail) {
    List<NewStatement.Cleared> clears = orEmpty(body.clears());
    for (int i = 0; i < clears.size(); i++) {
      String name = clears.get(i).name();
      violations.addIf(isWrong.test(name), at + "/clears/" + i, name + " " + detail);
    }
  }

  private static <T> FieldValue<T> field(@Nullable T value) {
    return value == null ? FieldValue.absent() : FieldValue.of(value);
  }

  private static FieldValue<SortedSet<String>> codes(@Nullable List<String> codes) {
    return codes == null ? FieldValue.absent() : FieldValue.of(new TreeSet<>(codes));
  }

  private void checkPosition(StatementContent content, boolean opens) {
    SortedSet<String> spoken = content.speaksOf();
    Position position = content.position();
    if (body.voids()) {
      refuse(spoken, "must be left out of a statement that voids another");
      return;
    }
    violations.addIfMissing(
        opens && position == null,
        at + "/position",
        "must be given: the first statement on a pledge that a reader can see must have a"
            + " position");
    violations.addIf(
        spoken.isEmpty() && !opens && isReadable(),
        at,
        "must have a position, an amount or another term. A note alone is not enough");
    if (position != null && position.ends()) {
      spoken.remove("position");
      spoken.removeIf(
          name -> CLEARABLE_AFTER_ENDING.contains(name) && body.cleared().contains(name));
      refuse(spoken, "must be left out with " + position);
    }
  }

  /** A recipient says only what has come so far, and is never the first to speak of a pledge. */
  private void checkSide(StatementContent content, boolean opens) {
    if (content.side() == Side.RECIPIENT) {
      if (opens) {
        violations.add(
            at + "/side",
            "must be DONOR, because the first statement on a pledge gives the position of the ally");
        return;
      }
      SortedSet<String> spoken = content.speaksOf();
      spoken.removeAll(SAID_BY_RECIPIENT);
      refuse(spoken, "must be left out, because a RECIPIENT says only what has come so far");
    }
  }

  /** Whether no field has a violation already. */
  private boolean isReadable() {
    return Stream.concat(
            Stream.of("position", "lifts", "clears"),
            Arrays.stream(NewStatement.Cleared.values()).map(NewStatement.Cleared::name))
        .noneMatch(name -> violations.isKnownUnder(at + "/" + name));
  }

  /** Refuses these fields, each at its own pointer. */
  private void refuse(SortedSet<String> spoken, String detail) {
    spoken.stream()
        .filter(name -> !body.cleared().contains(name))
        .forEach(name -> violations.add(at + "/" + name, detail));
    refuseCleared(spoken::contains, detail);
  }

  private void checkCodes(StatementContent content, Set<String> caveats) {
    Set<String> named = codesOf(content.conditions());
    for (String code : named) {
      violations.addIfUnknown(
          code,
          "condition",
          conditions,
          at + "/conditions/" + orEmpty(body.conditions()).indexOf(code));
    }
    Set<String> allCaveats = new TreeSet<>(caveats);
    allCaveats.addAll(codesOf(content.caveats()));
    violations.addIf(
        allCaveats.size() > MAX_CAVEATS,
        at + "/caveats",
        "has too many codes: the statements on a pledge can name at most "
            + MAX_CAVEATS
            + " caveats");
    Set<String> liftable = new TreeSet<>(conditions);
    liftable.addAll(caveats);
    for (String code : content.lifts()) {
      String pointer = at + "/lifts/" + orEmpty(body.lifts()).indexOf(code);
      violations.addIfUnknown(code, "condition or caveat of this pledge", liftable, pointer);
      violations.addIf(
          named.contains(code) || codesOf(content.caveats()).contains(code),
          pointer,
          code + " is both added and lifted. Remove one of the two");
    }
  }

  private static Set<String> codesOf(FieldValue<SortedSet<String>> field) {
    return field instanceof FieldValue.Present<SortedSet<String>> present
        ? present.value()
        : Set.of();
  }

  private static <T> List<T> orEmpty(@Nullable List<T> items) {
    return items == null ? List.of() : items;
  }
}
