package org.alliedregistry.domain.pledge;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.alliedregistry.domain.pledge.statement.FieldValue;
import org.alliedregistry.domain.pledge.statement.Position;
import org.alliedregistry.domain.pledge.statement.Statement;
import org.alliedregistry.domain.pledge.statement.StatementContent;
import org.alliedregistry.domain.quantity.Quantity;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.alliedregistry.domain.reference.PlaceOfEmployment;
import org.alliedregistry.domain.reference.StatementSelection;
import org.jspecify.annotations.Nullable;

/**
 * The current terms of a pledge: the fold of its applicable statements (docs/arithmetic.md, 1).
 * They do not depend on a baseline; {@link AmountsByRung} converts the amounts to the unit of
 * account.
 *
 * @param amountIgnoringEnding the amount as if no refusal and no withdrawal had been stated; what
 *     is in place is a part of it
 */
public record Terms(
    ResolvedField<Position> position,
    ResolvedField<Quantity> amount,
    ResolvedField<Quantity> amountIgnoringEnding,
    ResolvedField<String> wording,
    ProgressOfAmount committed,
    ProgressOfAmount allocated,
    ProgressOfAmount inPlace,
    CodeSet conditions,
    CodeSet caveats,
    ResolvedField<PlaceOfEmployment> place,
    ResolvedField<LocalDate> availableFrom,
    ResolvedField<LocalDate> availableUntil,
    ResolvedField<Integer> daysToInPlace,
    ResolvedField<LocalDate> dueOn) {

  /**
   * Folds the applicable statements of a pledge.
   *
   * @param applicable in order ({@link StatementSelection#applicable})
   */
  public static Terms of(List<Statement> applicable) {
    ResolvedField<Position> position = ResolvedField.by(applicable, Terms::positionOf);
    List<Statement> sinceEnding = sinceEnding(applicable);
    ResolvedField<Quantity> amount = ResolvedField.by(sinceEnding, StatementContent::amount);
    ResolvedField<Quantity> amountIgnoringEnding =
        ResolvedField.by(applicable, StatementContent::amount);
    ProgressOfAmount inPlace =
        ProgressOfAmount.by(applicable, StatementContent::inPlace, amountIgnoringEnding);
    // an ended pledge keeps its caveats and days for what is in place and for its parts
    boolean isEnded = position.value() != null && position.value().ends();
    List<Statement> remaining = isEnded ? applicable : sinceEnding;
    return new Terms(
        position,
        amount,
        amountIgnoringEnding,
        ResolvedField.by(sinceEnding, StatementContent::wording),
        ProgressOfAmount.by(sinceEnding, StatementContent::committed, amount),
        ProgressOfAmount.by(sinceEnding, StatementContent::allocated, amount),
        inPlace,
        CodeSet.by(sinceEnding, StatementContent::conditions),
        CodeSet.by(remaining, StatementContent::caveats),
        ResolvedField.by(applicable, StatementContent::place),
        ResolvedField.by(remaining, StatementContent::availableFrom),
        ResolvedField.by(remaining, StatementContent::availableUntil),
        ResolvedField.by(sinceEnding, StatementContent::daysToInPlace),
        ResolvedField.by(sinceEnding, StatementContent::dueOn));
  }

  /**
   * The terms of a part: the whole's conditions and caveats are added; place, dates and days are
   * those of the whole if no statement of the part speaks of them.
   */
  public Terms withInherited(Terms whole) {
    return new Terms(
        position,
        amount,
        amountIgnoringEnding,
        wording,
        committed,
        allocated,
        inPlace,
        conditions.with(whole.conditions),
        caveats.with(whole.caveats),
        place.orElse(whole.place),
        availableFrom.orElse(whole.availableFrom),
        availableUntil.orElse(whole.availableUntil),
        daysToInPlace.orElse(whole.daysToInPlace),
        dueOn.orElse(whole.dueOn));
  }

  private static FieldValue<Position> positionOf(StatementContent content) {
    return content.position() == null ? FieldValue.absent() : FieldValue.of(content.position());
  }

  /**
   * All statements, of any grade, from the last refusal or withdrawal on; all if there is none.
   * Only a statement of the strongest grade that states a position can end a pledge. A later
   * promise does not bring earlier statements back.
   */
  private static List<Statement> sinceEnding(List<Statement> applicable) {
    List<Statement> speaking =
        StatementSelection.strongest(applicable, s -> s.content().position() != null);
    Optional<Statement> ending =
        speaking.stream()
            .filter(s -> s.content().position() != null && s.content().position().ends())
            .reduce((earlier, later) -> later);
    return ending.isEmpty()
        ? applicable
        : Collections.unmodifiableList(
            applicable.subList(applicable.indexOf(ending.get()), applicable.size()));
  }

  public @Nullable Position positionOrNull() {
    return position.value();
  }

  /** Whether a weaker statement contradicts a deciding one. A different wording does not count. */
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
            daysToInPlace,
            dueOn)
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
        && words.attribution().saidOn().isAfter(number.attribution().saidOn());
  }

  /** The grade of the statement that decides the position. */
  public EvidenceGrade evidence() {
    return position.evidence();
  }
}
