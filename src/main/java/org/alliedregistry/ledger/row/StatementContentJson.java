package org.alliedregistry.ledger.row;

import com.fasterxml.jackson.databind.util.StdConverter;
import java.time.LocalDate;
import java.util.SortedSet;
import org.alliedregistry.domain.pledge.statement.FieldValue;
import org.alliedregistry.domain.pledge.statement.Position;
import org.alliedregistry.domain.pledge.statement.Progress;
import org.alliedregistry.domain.pledge.statement.Side;
import org.alliedregistry.domain.pledge.statement.StatementContent;
import org.alliedregistry.domain.quantity.Quantity;
import org.alliedregistry.domain.reference.PlaceOfEmployment;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of the content of a statement: the fields with a value, and the names of the
 * cleared ones.
 */
record StatementContentJson(
    @Nullable Position position,
    FieldValue<Quantity> amount,
    FieldValue<String> wording,
    FieldValue<Progress> committed,
    FieldValue<Progress> allocated,
    FieldValue<Progress> inPlace,
    FieldValue<SortedSet<String>> conditions,
    SortedSet<String> lifts,
    FieldValue<SortedSet<String>> caveats,
    FieldValue<PlaceOfEmployment> place,
    FieldValue<LocalDate> availableFrom,
    FieldValue<LocalDate> availableUntil,
    FieldValue<Integer> daysToInPlace,
    FieldValue<LocalDate> dueOn,
    @Nullable SortedSet<String> clears,
    @Nullable Side side) {

  static final class Writer extends StdConverter<StatementContent, StatementContentJson> {
    @Override
    public StatementContentJson convert(StatementContent content) {
      SortedSet<String> clears = content.clears();
      return new StatementContentJson(
          content.position(),
          content.amount(),
          content.wording(),
          content.committed(),
          content.allocated(),
          content.inPlace(),
          content.conditions(),
          content.lifts(),
          content.caveats(),
          content.place(),
          content.availableFrom(),
          content.availableUntil(),
          content.daysToInPlace(),
          content.dueOn(),
          clears.isEmpty() ? null : clears,
          content.side() == Side.DONOR ? null : content.side());
    }
  }

  static final class Reader extends StdConverter<StatementContentJson, StatementContent> {
    @Override
    public StatementContent convert(StatementContentJson form) {
      StatementContent content =
          new StatementContent(
              form.position,
              form.amount,
              form.wording,
              form.committed,
              form.allocated,
              form.inPlace,
              form.conditions,
              form.lifts,
              form.caveats,
              form.place,
              form.availableFrom,
              form.availableUntil,
              form.daysToInPlace,
              form.dueOn,
              form.side == null ? Side.DONOR : form.side);
      return form.clears == null ? content : content.clearing(form.clears);
    }
  }
}
