package org.alliedregistry.pledge;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.alliedregistry.quantity.Quantity;
import org.alliedregistry.reference.Evidence;
import org.alliedregistry.reference.Hearing;
import org.alliedregistry.reference.Place;
import org.jspecify.annotations.Nullable;

/**
 * The current terms of a pledge: the fold of the statements heard (docs/arithmetic.md, 1).
 * Independent of any baseline; {@link Ladder} puts the amounts into the unit of account.
 *
 * @param amountWhateverEnded the amount that what is in place is held against: a refusal or a
 *     withdrawal does not touch it
 */
public record Terms(
    Decided<Position> position,
    Decided<Quantity> amount,
    Decided<Quantity> amountWhateverEnded,
    Decided<String> wording,
    Portion committed,
    Portion allocated,
    Portion inPlace,
    CodeSet conditions,
    CodeSet caveats,
    Decided<Place> place,
    Decided<LocalDate> availableFrom,
    Decided<LocalDate> availableUntil,
    Decided<Integer> daysToInPlace) {

  /** Folds statements that are heard, in order. */
  public static Terms of(List<Statement> heard) {
    Decided<Position> position = Decided.by(heard, Terms::positionOf);
    List<Statement> counting = sinceEnding(heard);
    Decided<Quantity> amount = Decided.by(counting, Says::amount);
    Decided<Quantity> whateverEnded = Decided.by(heard, Says::amount);
    return new Terms(
        position,
        amount,
        whateverEnded,
        Decided.by(counting, Says::wording),
        Portion.by(counting, Says::committed, amount),
        Portion.by(counting, Says::allocated, amount),
        Portion.by(heard, Says::inPlace, whateverEnded),
        CodeSet.by(counting, Says::conditions),
        CodeSet.by(counting, Says::caveats),
        Decided.by(heard, Says::place),
        Decided.by(counting, Says::availableFrom),
        Decided.by(counting, Says::availableUntil),
        Decided.by(counting, Says::daysToInPlace));
  }

  /** A part of a whole also stands under the whole's conditions, and takes what it leaves open. */
  public Terms within(Terms whole) {
    return new Terms(
        position,
        amount,
        amountWhateverEnded,
        wording,
        committed,
        allocated,
        inPlace,
        conditions.with(whole.conditions),
        caveats,
        place.orElse(whole.place),
        availableFrom.orElse(whole.availableFrom),
        availableUntil.orElse(whole.availableUntil),
        daysToInPlace.orElse(whole.daysToInPlace));
  }

  private static Said<Position> positionOf(Says says) {
    return says.position() == null ? Said.silence() : Said.of(says.position());
  }

  /** After a refusal or a withdrawal, what was said before it no longer counts. */
  private static List<Statement> sinceEnding(List<Statement> heard) {
    List<Statement> speaking = Hearing.strongest(heard, s -> s.says().position() != null);
    Optional<Statement> ending =
        speaking.stream()
            .filter(s -> s.says().position() != null && s.says().position().ends())
            .reduce((earlier, later) -> later);
    return ending.isEmpty()
        ? heard
        : Collections.unmodifiableList(heard.subList(heard.indexOf(ending.get()), heard.size()));
  }

  public @Nullable Position positionOrNull() {
    return position.value();
  }

  /** Whether a weaker statement contradicts what decides; wording is not a contradiction. */
  public boolean disputed() {
    return Decided.anyDisputed(
            position,
            amount,
            committed.part(),
            allocated.part(),
            inPlace.part(),
            place,
            availableFrom,
            availableUntil,
            daysToInPlace)
        || conditions.disputed()
        || caveats.disputed();
  }

  /** Whether the wording was said on a later day than the amount that stands beside it. */
  public boolean isAmountBeforeWording() {
    Statement number = amount.basis();
    Statement words = wording.basis();
    return number != null
        && words != null
        && amount.value() != null
        && wording.value() != null
        && words.said().saidOn().isAfter(number.said().saidOn());
  }

  /** The grade the position rests on. */
  public Evidence evidence() {
    return position.evidence();
  }
}
