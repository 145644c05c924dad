package org.alliedregistry.domain.pledge;

import java.time.LocalDate;
import java.util.List;
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
        amounts.ceilingOfParts(),
        amounts.promisedIgnoringEnding(),
        amounts.isDerived());
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
