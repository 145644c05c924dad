package org.alliedregistry.domain.pledge;

import java.time.LocalDate;
import java.util.Optional;
import org.alliedregistry.domain.pledge.statement.Progress;
import org.alliedregistry.domain.pledge.statement.Statement;
import org.alliedregistry.domain.quantity.Quantity;
import org.jspecify.annotations.Nullable;

/** A quantity, and the day on which it was said. */
record SaidQuantity(Quantity quantity, LocalDate saidOn) {

  /** The stated amount; empty if none is in effect. */
  static Optional<SaidQuantity> of(ResolvedField<Quantity> amount) {
    return of(amount.value(), amount.basis());
  }

  /** The stated amount of a part; empty if it is all, some or none. */
  static Optional<SaidQuantity> counted(ResolvedField<Progress> part) {
    return part.value() instanceof Progress.Counted counted
        ? of(counted.quantity(), part.basis())
        : Optional.empty();
  }

  private static Optional<SaidQuantity> of(@Nullable Quantity quantity, @Nullable Statement basis) {
    return quantity == null || basis == null
        ? Optional.empty()
        : Optional.of(new SaidQuantity(quantity, basis.attribution().saidOn()));
  }
}
