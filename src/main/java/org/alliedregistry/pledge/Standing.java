package org.alliedregistry.pledge;

import java.time.LocalDate;
import java.util.List;
import org.alliedregistry.quantity.Interval;
import org.alliedregistry.quantity.UnitOfAccount;
import org.alliedregistry.reference.Hearing;
import org.alliedregistry.reference.Place;
import org.alliedregistry.reference.Viewpoint;
import org.jspecify.annotations.Nullable;

/**
 * A pledge as it stands from one viewpoint: its terms, under those of the whole it is a part of,
 * and its amounts by rung.
 *
 * @param age how many pledges were opened before it
 * @param isSpokenOf whether anything is said of it by the day, at whatever evidence
 * @param isHeard whether anything is heard at the evidence asked for
 * @param whole the whole it is a part of, where that is heard
 */
public record Standing(
    int age,
    Pledge pledge,
    boolean isSpokenOf,
    boolean isHeard,
    Terms terms,
    Ladder ladder,
    @Nullable Standing whole) {

  /**
   * Folds what is heard of a pledge.
   *
   * @param within the whole it is a part of as it stands from the same viewpoint, null if it is
   *     none; one of which nothing is heard lends nothing
   */
  public static Standing of(
      Dossier dossier, Viewpoint view, UnitOfAccount account, @Nullable Standing within) {
    Standing whole = within == null || !within.isHeard() ? null : within;
    List<Statement> heard = Hearing.heard(dossier.standing(), view);
    Terms own = Terms.of(heard);
    Terms terms = whole == null ? own : own.within(whole.terms());
    return new Standing(
        dossier.age(),
        dossier.pledge(),
        dossier.isSpokenOfBy(view.validAt()),
        !heard.isEmpty(),
        terms,
        Ladder.of(terms, account, whole),
        whole);
  }

  /** What a part takes of its whole: while that is the same, the part stands the same. */
  public record Lent(
      boolean isHeard,
      CodeSet conditions,
      Decided<Place> place,
      Decided<LocalDate> availableFrom,
      Decided<LocalDate> availableUntil,
      Decided<Integer> daysToInPlace,
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
    return ladder.isDerived() || (whole != null && ladder.isLent() && whole.ladder().isDerived());
  }
}
