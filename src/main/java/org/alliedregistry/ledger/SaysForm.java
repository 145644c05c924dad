package org.alliedregistry.ledger;

import com.fasterxml.jackson.databind.util.StdConverter;
import java.time.LocalDate;
import java.util.SortedSet;
import org.alliedregistry.pledge.Part;
import org.alliedregistry.pledge.Position;
import org.alliedregistry.pledge.Said;
import org.alliedregistry.pledge.Says;
import org.alliedregistry.quantity.Quantity;
import org.alliedregistry.reference.Place;
import org.jspecify.annotations.Nullable;

/**
 * What a statement says, as it is stored: the fields that have a value, and the names of those that
 * it clears.
 */
record SaysForm(
    @Nullable Position position,
    Said<Quantity> amount,
    Said<String> wording,
    Said<Part> committed,
    Said<Part> allocated,
    Said<Part> inPlace,
    Said<SortedSet<String>> conditions,
    SortedSet<String> lifts,
    Said<SortedSet<String>> caveats,
    Said<Place> place,
    Said<LocalDate> availableFrom,
    Said<LocalDate> availableUntil,
    Said<Integer> daysToInPlace,
    @Nullable SortedSet<String> clears) {

  static final class Writer extends StdConverter<Says, SaysForm> {
    @Override
    public SaysForm convert(Says says) {
      SortedSet<String> clears = says.clears();
      return new SaysForm(
          says.position(),
          says.amount(),
          says.wording(),
          says.committed(),
          says.allocated(),
          says.inPlace(),
          says.conditions(),
          says.lifts(),
          says.caveats(),
          says.place(),
          says.availableFrom(),
          says.availableUntil(),
          says.daysToInPlace(),
          clears.isEmpty() ? null : clears);
    }
  }

  static final class Reader extends StdConverter<SaysForm, Says> {
    @Override
    public Says convert(SaysForm form) {
      Says says =
          new Says(
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
              form.daysToInPlace);
      return form.clears == null ? says : says.clearing(form.clears);
    }
  }
}
