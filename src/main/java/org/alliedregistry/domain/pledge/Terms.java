package org.alliedregistry.domain.pledge;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.alliedregistry.domain.quantity.Quantity;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.alliedregistry.domain.reference.PlaceOfEmployment;
import org.alliedregistry.domain.reference.StatementSelection;
import org.jspecify.annotations.Nullable;

/**
 * The current terms of a pledge: the fold of the statements heard (docs/arithmetic.md, 1).
 * Independent of any baseline; {@link AmountsByRung} puts the amounts into the unit of account.
 *
 * @param amountWhateverEnded the amount that what is in place is held against: a refusal or a
 *     withdrawal does not touch it
 */
public record Terms(
    ResolvedField<Position> position,
    ResolvedField<Quantity> amount,
    ResolvedField<Quantity> amountWhateverEnded,
    ResolvedField<String> wording,
    ProgressOfAmount committed,
    ProgressOfAmount allocated,
    ProgressOfAmount inPlace,
    CodeSet conditions,
    CodeSet caveats,
    ResolvedField<PlaceOfEmployment> place,
    ResolvedField<LocalDate> availableFrom,
    ResolvedField<LocalDate> availableUntil,
    ResolvedField<Integer> daysToInPlace) {

  /** Folds statements that are heard, in order. */
  public static Terms of(List<Statement> applicable) {
    ResolvedField<Position> position = ResolvedField.by(applicable, Terms::positionOf);
    List<Statement> counting = sinceEnding(applicable);
    ResolvedField<Quantity> amount = ResolvedField.by(counting, StatementContent::amount);
    ResolvedField<Quantity> whateverEnded = ResolvedField.by(applicable, StatementContent::amount);
    return new Terms(
        position,
        amount,
        whateverEnded,
        ResolvedField.by(counting, StatementContent::wording),
        ProgressOfAmount.by(counting, StatementContent::committed, amount),
        ProgressOfAmount.by(counting, StatementContent::allocated, amount),
        ProgressOfAmount.by(applicable, StatementContent::inPlace, whateverEnded),
        CodeSet.by(counting, StatementContent::conditions),
        CodeSet.by(counting, StatementContent::caveats),
        ResolvedField.by(applicable, StatementContent::place),
        ResolvedField.by(counting, StatementContent::availableFrom),
        ResolvedField.by(counting, StatementContent::availableUntil),
        ResolvedField.by(counting, StatementContent::daysToInPlace));
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

  private static FieldValue<Position> positionOf(StatementContent says) {
    return says.position() == null ? FieldValue.absent() : FieldValue.of(says.position());
  }

  /** After a refusal or a withdrawal, what was said before it no longer counts. */
  private static List<Statement> sinceEnding(List<Statement> applicable) {
    List<Statement> speaking =
        StatementSelection.strongest(applicable, s -> s.says().position() != null);
    Optional<Statement> ending =
        speaking.stream()
            .filter(s -> s.says().position() != null && s.says().position().ends())
            .reduce((earlier, later) -> later);
    return ending.isEmpty()
        ? applicable
        : Collections.unmodifiableList(
            applicable.subList(applicable.indexOf(ending.get()), applicable.size()));
  }

  public @Nullable Position positionOrNull() {
    return position.value();
  }

  /** Whether a weaker statement contradicts what decides; wording is not a contradiction. */
  public boolean disputed() {
    return ResolvedField.anyDisputed(
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
  public EvidenceGrade evidence() {
    return position.evidence();
  }
}
