package org.alliedregistry.domain.pledge;

import java.time.LocalDate;
import java.util.List;
import org.alliedregistry.domain.pledge.statement.Position;
import org.alliedregistry.domain.pledge.statement.Statement;
import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.domain.quantity.UnitOfAccount;
import org.alliedregistry.domain.reference.AsOf;
import org.alliedregistry.domain.reference.PlaceOfEmployment;
import org.alliedregistry.domain.reference.StatementSelection;
import org.jspecify.annotations.Nullable;

/**
 * The state of a pledge on one day, at one grade of evidence: its terms, with those that it
 * inherits from its whole, and its amounts by rung.
 *
 * @param openingOrder how many pledges were opened before it
 * @param isSpokenOf whether there is a statement by the day, at any grade of evidence
 * @param hasApplicableStatements whether there is one at the grade of evidence asked for
 * @param firstWord the first applicable statement of its own; null if there is none
 * @param lastWord the last applicable statement of its own; null if there is none
 * @param whole the whole that it is a part of; null if there is none, or the whole has no
 *     applicable statement
 */
public record PledgeState(
    int openingOrder,
    Pledge pledge,
    boolean isSpokenOf,
    boolean hasApplicableStatements,
    Terms terms,
    AmountsByRung amounts,
    @Nullable Statement firstWord,
    @Nullable Statement lastWord,
    @Nullable PledgeState whole) {

  /**
   * Selects the applicable statements, folds them to terms, adds what the pledge inherits, and
   * converts the amounts.
   *
   * @param partOf the state of its whole on the same day, at the same grade; null if it has none. A
   *     whole without an applicable statement passes nothing on.
   */
  public static PledgeState of(
      PledgeStatements statements, AsOf view, UnitOfAccount account, @Nullable PledgeState partOf) {
    PledgeState whole = partOf == null || !partOf.hasApplicableStatements() ? null : partOf;
    List<Statement> applicable = StatementSelection.applicable(statements.uncorrected(), view);
    Terms own = Terms.of(applicable);
    Terms terms = whole == null ? own : own.withInherited(whole.terms());
    return new PledgeState(
        statements.openingOrder(),
        statements.pledge(),
        statements.isSpokenOfBy(view.validAt()),
        !applicable.isEmpty(),
        terms,
        AmountsByRung.of(terms, account, whole),
        applicable.isEmpty() ? null : applicable.get(0),
        applicable.isEmpty() ? null : applicable.get(applicable.size() - 1),
        whole);
  }

  /** What the parts of this pledge depend on. While it is equal, no part changes. */
  public record InheritedTerms(
      boolean hasApplicableStatements,
      CodeSet conditions,
      CodeSet caveats,
      ResolvedField<PlaceOfEmployment> place,
      ResolvedField<LocalDate> availableFrom,
      ResolvedField<LocalDate> availableUntil,
      ResolvedField<Integer> daysToInPlace,
      ResolvedField<LocalDate> dueOn,
      Interval ceiling,
      Interval ceilingOfWhatIsInPlace,
      boolean isDerived) {}

  public InheritedTerms inheritedByParts() {
    return new InheritedTerms(
        hasApplicableStatements,
        terms.conditions(),
        terms.caveats(),
        terms.place(),
        terms.availableFrom(),
        terms.availableUntil(),
        terms.daysToInPlace(),
        terms.dueOn(),
        amounts.ceilingOfParts(),
        amounts.promisedIgnoringEnding(),
        amounts.isDerived());
  }

  /** The day of the first applicable statement; null if there is none. */
  public @Nullable LocalDate firstSaidOn() {
    return firstWord == null ? null : firstWord.attribution().saidOn();
  }

  /** The day of the last applicable statement; null if there is none. */
  public @Nullable LocalDate lastSaidOn() {
    return lastWord == null ? null : lastWord.attribution().saidOn();
  }

  /** Whether its last day is before a day. */
  public boolean isExpiredOn(LocalDate day) {
    LocalDate until = terms.availableUntil().value();
    return hasApplicableStatements && until != null && until.isBefore(day);
  }

  /** Whether it was due before a day, and is neither in place as a whole, nor ended, nor over. */
  public boolean isOverdueOn(LocalDate day) {
    LocalDate due = terms.dueOn().value();
    return due != null && due.isBefore(day) && isOutstandingOn(day);
  }

  /** Whether statements apply, and it is neither in place as a whole, nor ended, nor over. */
  public boolean isOutstandingOn(LocalDate day) {
    Position position = terms.positionOrNull();
    return hasApplicableStatements
        && (position == null || !position.ends())
        && !isExpiredOn(day)
        && !isAllInPlace();
  }

  /** Whether as much is in place as is promised; where no number is promised, "all" of it. */
  public boolean isAllInPlace() {
    return PledgeStatus.isAllInPlace(this);
  }

  /**
   * Whether its own last statement is more than some days before a day.
   *
   * @param days 0 or more
   */
  public boolean isOlderThan(int days, LocalDate day) {
    return lastWord != null && lastWord.attribution().saidOn().plusDays(days).isBefore(day);
  }

  /**
   * Whether it is a promise that nobody repeated for more than some days, and is neither in place
   * as a whole nor expired.
   *
   * @param days 0 or more
   */
  public boolean isStaleOn(LocalDate day, int days) {
    return terms.positionOrNull() != null && isOlderThan(days, day) && isOutstandingOn(day);
  }

  /**
   * Whether a planning factor or a rate converted an amount in effect, its own or the bound of its
   * whole.
   */
  public boolean isDerived() {
    return amounts.isDerived()
        || (whole != null && amounts.isBoundedByWhole() && whole.amounts().isDerived());
  }
}
