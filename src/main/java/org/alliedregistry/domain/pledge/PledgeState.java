package org.alliedregistry.domain.pledge;

import java.time.LocalDate;
import java.util.List;
import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.domain.quantity.UnitOfAccount;
import org.alliedregistry.domain.reference.AsOf;
import org.alliedregistry.domain.reference.PlaceOfEmployment;
import org.alliedregistry.domain.reference.StatementSelection;
import org.jspecify.annotations.Nullable;

/**
 * A pledge as it stands from one viewpoint: its terms, under those of the whole it is a part of,
 * and its amounts by rung.
 *
 * @param openingOrder how many pledges were opened before it
 * @param isSpokenOf whether anything is said of it by the day, at whatever evidence
 * @param isHeard whether anything is heard at the evidence asked for
 * @param whole the whole it is a part of, where that is heard
 */
public record PledgeState(
    int openingOrder,
    Pledge pledge,
    boolean isSpokenOf,
    boolean isHeard,
    Terms terms,
    AmountsByRung ladder,
    @Nullable PledgeState whole) {

  /**
   * Folds what is heard of a pledge.
   *
   * @param within the whole it is a part of as it stands from the same viewpoint, null if it is
   *     none; one of which nothing is heard lends nothing
   */
  public static PledgeState of(
      PledgeStatements statements, AsOf view, UnitOfAccount account, @Nullable PledgeState within) {
    PledgeState whole = within == null || !within.isHeard() ? null : within;
    List<Statement> applicable = StatementSelection.applicable(statements.withoutCorrected(), view);
    Terms own = Terms.of(applicable);
    Terms terms = whole == null ? own : own.within(whole.terms());
    return new PledgeState(
        statements.openingOrder(),
        statements.pledge(),
        statements.isSpokenOfBy(view.validAt()),
        !applicable.isEmpty(),
        terms,
        AmountsByRung.of(terms, account, whole),
        whole);
  }

  /** What a part takes of its whole: while that is the same, the part stands the same. */
  public record Lent(
      boolean isHeard,
      CodeSet conditions,
      ResolvedField<PlaceOfEmployment> place,
      ResolvedField<LocalDate> availableFrom,
      ResolvedField<LocalDate> availableUntil,
      ResolvedField<Integer> daysToInPlace,
      Interval promised,
      Interval promisedWhateverEnded,
      boolean isDerived) {}

  public Lent lends() {
    return new Lent(
        isHeard,
        terms.conditions(),
        terms.place(),
        terms.availableFrom(),
        terms.availableUntil(),
        terms.daysToInPlace(),
        ladder.promised(),
        ladder.promisedWhateverEnded(),
        ladder.isDerived());
  }

  /**
   * Whether a planning factor converted any amount in effect, its own or one its whole lends it.
   */
  public boolean isDerived() {
    return ladder.isDerived()
        || (whole != null && ladder.isBoundedByWhole() && whole.ladder().isDerived());
  }
}
